// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import rotable.identity.PersonId;
import rotable.record.RecordProblem;

/// Checks PINs. Slow on purpose: a third of a second a try.
public interface Pins {
    boolean has(PersonId person) throws RecordProblem;

    boolean verify(PersonId person, char[] pin) throws RecordProblem;
}
