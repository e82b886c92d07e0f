// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.Optional;
import rotable.fact.Evidence;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.Reading;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.HoldId;
import rotable.identity.PositionId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.part.Step.Phase;
import rotable.unit.Case;
import rotable.unit.Declaration;

/// What somebody wants to do. A scan, a click and a key make the same intents. Those that are not
/// about a unit of their own are about the unit in hand.
public sealed interface Intent {
    /// An intent that takes effect only with a signature: badge and PIN.
    sealed interface Signable extends Intent {
        /// What the signature says.
        String meaning();
    }

    record Receive(UnitId unit, Evidence evidence) implements Intent {}

    record Declare(Declaration said) implements Intent {}

    record Check(
            String step, Checked.Answer answer, Optional<Reading> value, Optional<AssetId> tool)
            implements Intent {}

    /// A line of a checklist is not done, and why.
    record CancelStep(String step, String reason) implements Intent {}

    /// All lines of a checklist that are still open and demand no value are in order.
    record CheckAll(Phase phase) implements Intent {}

    record SignIntake() implements Signable {
        @java.lang.Override
        public String meaning() {
            return "intake inspected";
        }
    }

    record Diagnose(String fault) implements Intent {}

    record Note(String text) implements Intent {}

    /// @param child what was read; absent when it could not be read
    /// @param acceptMismatch whether a component that the tree does not expect is recorded as such
    record Remove(
            PositionId position,
            Optional<Child> child,
            boolean acceptMismatch,
            Optional<String> reason,
            Evidence evidence)
            implements Intent {}

    record Install(PositionId position, Child child, Evidence evidence) implements Intent {}

    /// Takes a component out of another unit and installs it in the one in hand.
    record Rob(PositionId position, Child child, String reason, Evidence evidence)
            implements Signable {
        @java.lang.Override
        public String meaning() {
            return "transfer approved";
        }
    }

    record LeaveOpen(PositionId position, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return "position left open";
        }
    }

    record Disposition(PositionId position, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return "mismatch dispositioned";
        }
    }

    record TakeAction(String action) implements Intent {}

    record BeginTest(String test, Optional<AssetId> equipment) implements Intent {}

    record StartTimer(String test) implements Intent {}

    record StopTimer(String test) implements Intent {}

    /// @param unit the unit of measure as given; empty where none was
    record Measure(String test, String value, String unit) implements Intent {}

    record AbortTest(String test) implements Intent {}

    record Inspect() implements Signable {
        @java.lang.Override
        public String meaning() {
            return "inspected";
        }
    }

    record Reject(BackTo backTo, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return "rejected";
        }
    }

    record Hold(String reason) implements Intent {}

    record Unhold(HoldId hold, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return "hold lifted";
        }
    }

    record Override(String criterion, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return "override approved";
        }
    }

    record Release() implements Signable {
        @java.lang.Override
        public String meaning() {
            return "returned to service";
        }
    }

    record End(Ending ending, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return switch (ending) {
                case UNREPAIRED -> "returned unrepaired";
                case SCRAPPED -> "scrapped";
                case BER -> "beyond economic repair";
                case EXCHANGED -> "exchanged";
            };
        }
    }

    /// @param reason why another copy is needed; absent for the first
    record PrintLabel(Optional<String> reason) implements Intent {}

    /// @param hash the first 16 hex digits of the record's hash on the label
    record ConfirmLabel(UnitId unit, ReleaseId release, String hash) implements Intent {}

    /// Says what holds of two entries that can't both hold.
    record Settle(Case dispute, Settlement how, String reason) implements Signable {
        @java.lang.Override
        public String meaning() {
            return switch (how) {
                case SAME_UNIT -> "settled as one unit";
                case CAME_BACK -> "settled as left and come back";
                case TWO_UNITS -> "settled as two units";
                case FIRST -> "settled as placed first";
                case SECOND -> "settled as the other bench has it";
                case LOOKED_AT -> "settled as looked at";
            };
        }
    }

    record TakeInHand() implements Intent {}

    record Park() implements Intent {}

    record Move(String location) implements Intent {}

    /// The label of the unit in hand was scanned, after its serial had only been typed.
    record ReadIdentity(rotable.fact.Evidence evidence) implements Intent {}

    record Ship() implements Intent {}
}
