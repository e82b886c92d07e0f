// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Stamp;

/// Where a component is installed.
public record Place(UnitId parent, PositionId position, Stamp since) {
    /// Whether it is that position of that unit.
    public boolean is(UnitId unit, PositionId at) {
        return parent.equals(unit) && position.equals(at);
    }
}
