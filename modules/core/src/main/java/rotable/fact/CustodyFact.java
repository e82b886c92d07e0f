// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.Optional;
import rotable.identity.OrderId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;

/// Where a unit is, in whose hands, and which labels it bears. None of these revokes a release.
public sealed interface CustodyFact extends UnitFact {
    /// Somebody took the unit in hand.
    record TakenInHand(UnitId unit, OrderId order) implements CustodyFact, UnderOrder {}

    /// The unit was put aside, still open at this bench.
    record Parked(UnitId unit, OrderId order) implements CustodyFact, UnderOrder {}

    /// The unit was put somewhere.
    record Moved(UnitId unit, String location) implements CustodyFact {}

    /// A label was printed: copy 1 is the first, every further one is a reprint.
    record LabelPrinted(
            UnitId unit, OrderId order, ReleaseId release, int copy, Optional<String> reason)
            implements CustodyFact, UnderOrder {}

    /// The label on the unit was scanned back and is the one of its release.
    record LabelConfirmed(UnitId unit, OrderId order, ReleaseId release)
            implements CustodyFact, UnderOrder {}

    /// The unit's own label was scanned, after its serial had only been typed.
    record IdentityRead(UnitId unit, OrderId order, Evidence evidence)
            implements CustodyFact, UnderOrder {}

    /// The unit left the depot.
    record Shipped(UnitId unit, OrderId order) implements CustodyFact, UnderOrder {}
}
