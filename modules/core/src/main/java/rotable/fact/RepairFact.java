// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

/// What changes a unit's configuration.
public sealed interface RepairFact extends UnitFact {
    /// A component left its position.
    ///
    /// @param child what was removed; absent when it could not be read and nothing was known
    /// @param expected what the as-maintained tree said, where that is something else
    /// @param reason why it could not be read, or why the mismatch was accepted
    record Removed(
            UnitId unit,
            OrderId order,
            PositionId position,
            Optional<Child> child,
            Match match,
            Optional<Child> expected,
            Optional<String> reason,
            Evidence evidence)
            implements RepairFact, UnderOrder {
        /// How the removed component compares with the as-maintained tree.
        public enum Match {
            /// The tree knew nothing here: the removal itself says what was received.
            ESTABLISHED,
            MATCHED,
            MISMATCHED,
            UNREADABLE
        }

        @Override
        public List<Subject> subjects() {
            return withChildren(unit, Stream.concat(child.stream(), expected.stream()));
        }
    }

    /// A component was installed at an open position.
    record Installed(
            UnitId unit, OrderId order, PositionId position, Child child, Evidence evidence)
            implements RepairFact, UnderOrder {
        @Override
        public List<Subject> subjects() {
            return withChildren(unit, Stream.of(child));
        }
    }

    /// A component was taken out of this unit to be used in another one, with a supervisor's leave.
    record Robbed(
            UnitId unit,
            PositionId position,
            Child child,
            UnitId takenFor,
            String reason,
            List<Judged> criteria)
            implements RepairFact {
        public Robbed {
            criteria = List.copyOf(criteria);
        }

        @Override
        public List<Subject> subjects() {
            return withChildren(unit, Stream.of(child));
        }
    }

    /// A supervisor agreed that a position stays empty.
    record LeftOpen(
            UnitId unit, OrderId order, PositionId position, String reason, List<Judged> criteria)
            implements RepairFact, UnderOrder {
        public LeftOpen {
            criteria = List.copyOf(criteria);
        }
    }

    /// A supervisor decided what a removed component that did not match means.
    record MismatchDispositioned(
            UnitId unit, OrderId order, PositionId position, String reason, List<Judged> criteria)
            implements RepairFact, UnderOrder {
        public MismatchDispositioned {
            criteria = List.copyOf(criteria);
        }
    }

    /// Work that changes the unit without exchanging a component: rework, firmware, an adjustment.
    ///
    /// @param affects tests whose evidence it makes stale; absent means all
    record ActionTaken(UnitId unit, OrderId order, String action, Optional<List<String>> affects)
            implements RepairFact, UnderOrder {
        public ActionTaken {
            affects = affects.map(List::copyOf);
        }
    }

    private static List<Subject> withChildren(UnitId unit, Stream<Child> children) {
        return Stream.concat(Stream.of(unit), children.flatMap(c -> c.asUnit().stream()))
                .distinct()
                .map(Subject::of)
                .toList();
    }
}
