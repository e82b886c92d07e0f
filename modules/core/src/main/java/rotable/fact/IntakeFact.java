// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import rotable.identity.AssetId;
import rotable.identity.OrderId;
import rotable.identity.UnitId;

/// What happens to a unit between the door and the diagnosis.
public sealed interface IntakeFact extends UnitFact {
    /// A unit the depot had not seen became known, by its label, without a tree of children.
    record Adopted(UnitId unit, Evidence evidence) implements IntakeFact {}

    /// A unit came in and a repair order was opened, pinned to a version of its criteria set.
    record Received(UnitId unit, OrderId order, String set, int setVersion, Evidence evidence)
            implements IntakeFact, UnderOrder {}

    /// What came with the unit, as far as it was stated: each present part replaces what was said.
    record Declared(
            UnitId unit,
            OrderId order,
            Optional<String> customer,
            Optional<String> rma,
            Optional<String> fault,
            Optional<String> condition)
            implements IntakeFact, UnderOrder {}

    /// A line of a checklist was answered, with the value and the tool where the line demands them.
    record Checked(
            UnitId unit,
            OrderId order,
            String step,
            Answer answer,
            Optional<Reading> value,
            Optional<AssetId> tool)
            implements IntakeFact, UnderOrder {
        /// The answers to a line of a checklist.
        public enum Answer {
            OK,
            NOT_OK,
            NOT_APPLICABLE
        }
    }

    /// A line of a checklist is not done on this unit, and why.
    record StepCancelled(UnitId unit, OrderId order, String step, String reason)
            implements IntakeFact, UnderOrder {}

    /// The intake inspection was signed.
    record IntakeSigned(UnitId unit, OrderId order, List<Judged> criteria)
            implements IntakeFact, UnderOrder {
        public IntakeSigned {
            criteria = List.copyOf(criteria);
        }
    }

    /// A fault was found, by the depot's code.
    record Diagnosed(UnitId unit, OrderId order, String fault) implements IntakeFact, UnderOrder {}

    /// Somebody wrote something down.
    record Noted(UnitId unit, Optional<OrderId> order, String text) implements IntakeFact {}
}
