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

    /// Two units bear one identity. One of the stays is the second unit's, with everything that was
    /// recorded under it and will be: benches that don't know yet go on writing the address that
    /// both bear.
    ///
    /// @param unit the first unit, which keeps the address
    /// @param order the first unit's stay
    /// @param second the second unit, by the depot's tag that is put on it
    /// @param moved the second unit's stay
    /// @param disputes the cases that are none, because they are about two units: the commands
    ///   without effect take effect for their own
    /// @param units every unit that these cases are about
    record Split(
            UnitId unit,
            OrderId order,
            UnitId second,
            OrderId moved,
            List<String> disputes,
            List<UnitId> units,
            String reason,
            List<Judged> criteria)
            implements CaseFact, UnderOrder {
        public Split {
            disputes = List.copyOf(disputes);
            units = List.copyOf(units);
            criteria = List.copyOf(criteria);
        }

        /// Whether something that was recorded of the first unit's address is the second's.
        public boolean moves(UnitFact fact) {
            return fact.unit().equals(unit) && fact.under().filter(moved::equals).isPresent();
        }

        @Override
        public List<Subject> subjects() {
            return Stream.concat(Stream.of(unit, second), units.stream())
                    .distinct()
                    .map(Subject::of)
                    .toList();
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
