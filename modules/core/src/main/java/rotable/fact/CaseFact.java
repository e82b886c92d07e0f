// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

/// What a supervisor makes of entries that can't both hold.
public sealed interface CaseFact extends UnitFact {
    /// A case was settled. It acts from here on: what was decided before stays decided.
    ///
    /// @param dispute the case's id
    /// @param order the order under which work goes on
    /// @param merged the order whose entries count for that one from now on
    /// @param units every unit that the case is about
    /// @param tree what sits where now, in the order in which it is stated
    record Settled(
            UnitId unit,
            OrderId order,
            String dispute,
            Optional<OrderId> merged,
            List<Stated> tree,
            List<UnitId> units,
            String reason,
            List<Judged> criteria)
            implements CaseFact, UnderOrder {
        public Settled {
            tree = List.copyOf(tree);
            units = List.copyOf(units);
            criteria = List.copyOf(criteria);
        }

        @Override
        public List<Subject> subjects() {
            var stated = tree.stream().flatMap(Stated::units);
            var all = Stream.concat(units.stream(), stated);
            return Stream.concat(Stream.of(unit), all).distinct().map(Subject::of).toList();
        }
    }

    /// What sits at a position now.
    ///
    /// @param child absent where it is empty
    /// @param before what the record had there
    record Stated(UnitId unit, PositionId position, Optional<Child> child, Optional<Child> before) {
        Stream<UnitId> units() {
            var children = Stream.concat(child.stream(), before.stream());
            return Stream.concat(Stream.of(unit), children.flatMap(c -> c.asUnit().stream()));
        }
    }
}
