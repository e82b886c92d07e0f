// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import rotable.identity.OrderId;
import rotable.identity.UnitId;

/// A fact about one unit, and possibly about a component of it.
public sealed interface UnitFact extends Fact
        permits IntakeFact, RepairFact, TestFact, ReleaseFact, CustodyFact, CaseFact {
    /// The unit in hand.
    UnitId unit();

    /// The order under which it was recorded; absent where it is about the unit alone.
    default Optional<OrderId> under() {
        return this instanceof UnderOrder u ? Optional.of(u.order()) : Optional.empty();
    }

    @Override
    default List<Subject> subjects() {
        return List.of(Subject.of(unit()));
    }
}
