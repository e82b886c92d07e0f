// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import rotable.identity.HoldId;
import rotable.journal.Stamp;

/// A reason why a unit must not move on.
public record Hold(HoldId id, String reason, Stamp stamp) {}
