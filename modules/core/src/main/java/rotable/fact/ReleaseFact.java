// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.time.Instant;
import java.util.List;
import rotable.identity.HoldId;
import rotable.identity.OrderId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;

/// What decides whether a unit goes back into service, and how its order ended.
public sealed interface ReleaseFact extends UnitFact {
    /// An inspector found the work good.
    record Inspected(UnitId unit, OrderId order, List<Judged> criteria)
            implements ReleaseFact, UnderOrder {
        public Inspected {
            criteria = List.copyOf(criteria);
        }
    }

    /// An inspector sent the unit back; an inspection that was signed before counts no more.
    record Rejected(UnitId unit, OrderId order, BackTo backTo, String reason, List<Judged> criteria)
            implements ReleaseFact, UnderOrder {
        public Rejected {
            criteria = List.copyOf(criteria);
        }

        /// What is to be done once more.
        public enum BackTo {
            /// The intake, whose signature counts no more.
            INTAKE,
            DIAGNOSIS,
            REPAIR,
            TEST
        }
    }

    /// The unit must not move on, for a reason.
    record HoldPlaced(UnitId unit, HoldId hold, String reason) implements ReleaseFact {}

    /// A supervisor lifted a hold.
    record HoldLifted(UnitId unit, HoldId hold, String reason, List<Judged> criteria)
            implements ReleaseFact {
        public HoldLifted {
            criteria = List.copyOf(criteria);
        }
    }

    /// A supervisor, not the one who asked, let a soft criterion pass until it expires.
    record Overridden(
            UnitId unit,
            OrderId order,
            String criterion,
            String reason,
            String requester,
            Instant expires,
            List<Judged> criteria)
            implements ReleaseFact, UnderOrder {
        public Overridden {
            criteria = List.copyOf(criteria);
        }
    }

    /// The unit was returned to service.
    ///
    /// @param term the work term on the label, such as `REPAIRED`
    record Released(
            UnitId unit, OrderId order, ReleaseId release, String term, List<Judged> criteria)
            implements ReleaseFact, UnderOrder {
        public Released {
            criteria = List.copyOf(criteria);
        }
    }

    /// The order ended without a release.
    record Ended(UnitId unit, OrderId order, Ending ending, String reason, List<Judged> criteria)
            implements ReleaseFact, UnderOrder {
        public Ended {
            criteria = List.copyOf(criteria);
        }

        /// The ends of an order other than a release.
        public enum Ending {
            UNREPAIRED,
            SCRAPPED,
            BER,
            EXCHANGED
        }
    }
}
