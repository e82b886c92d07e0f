// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import rotable.identity.UnitId;

/// A fact about one unit, and possibly about a component of it.
public sealed interface UnitFact extends Fact
        permits IntakeFact, RepairFact, TestFact, ReleaseFact, CustodyFact {
    /// The unit in hand.
    UnitId unit();

    @Override
    default List<Subject> subjects() {
        return List.of(Subject.of(unit()));
    }
}
