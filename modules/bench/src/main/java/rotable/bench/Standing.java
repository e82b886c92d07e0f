// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Optional;
import rotable.people.Person;
import rotable.unit.Unit;

/// How things stand at a bench, as far as it decides what can be asked for.
public interface Standing {
    /// Where it is.
    String bench();

    /// Who is signed in.
    Optional<Person> person();

    /// The unit in hand.
    Optional<Unit> hand();

    /// What the bench waits for.
    Pending pending();

    /// Whether every unit scan receives one.
    boolean receiving();

    /// The standing at one moment.
    record Now(
            String bench,
            Optional<Person> person,
            Optional<Unit> hand,
            Pending pending,
            boolean receiving)
            implements Standing {}
}
