// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Optional;
import rotable.decision.Refusal;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What must be there before an action makes sense.
enum Needs {
    NOTHING,
    SIGNED_IN,
    UNIT,
    ORDER,
    /// An open order, or a release of a unit that has not left: work on it reopens it.
    WORKABLE,
    RELEASE,
    /// A release that stands, or another end.
    LABEL,
    HOLD,
    MISMATCH,
    CASE,
    TAG,
    RECEIVING,
    PENDING,
    PENDING_OR_RUNNING,
    REASON_ASKED,
    CONFIRMATION_ASKED;

    /// What is missing of it.
    Optional<Record> missing(Standing s) {
        if (this == NOTHING) return Optional.empty();
        if (s.person().isEmpty()) return Optional.of(new Word.SignInFirst());
        return switch (this) {
            case NOTHING, SIGNED_IN -> Optional.empty();
            case RECEIVING -> unless(s.receiving(), new Word.NotReceiving());
            case PENDING -> unless(!(s.pending() instanceof Pending.Nothing), nothingAsked());
            case PENDING_OR_RUNNING ->
                    unless(
                            !(s.pending() instanceof Pending.Nothing) || running(s.hand()),
                            nothingAsked());
            case REASON_ASKED -> unless(s.pending() instanceof Pending.Reason, nothingAsked());
            case CONFIRMATION_ASKED -> unless(s.pending() instanceof Pending.Again, nothingAsked());
            case UNIT, ORDER, WORKABLE, RELEASE, LABEL, HOLD, MISMATCH, CASE, TAG ->
                    s.hand().isEmpty()
                            ? Optional.of(new Refusal.NoUnitInHand())
                            : ofUnit(s.hand().get()).or(() -> elsewhere(s));
        };
    }

    /// Where else the unit in hand is worked on, as long as nobody knows whether it is the same.
    private Optional<Record> elsewhere(Standing s) {
        if (this != ORDER && this != WORKABLE) return Optional.empty();
        return s.hand()
                .flatMap(
                        u ->
                                u.onlyAt()
                                        .filter(there -> !there.equals(s.bench()))
                                        .map(there -> new Refusal.WhoseWork(u.id(), there)));
    }

    private static Record nothingAsked() {
        return new Word.NothingPending();
    }

    private static Optional<Record> unless(boolean there, Record why) {
        return there ? Optional.empty() : Optional.of(why);
    }

    private Optional<Record> ofUnit(Unit unit) {
        return switch (this) {
            case ORDER -> unit.openOrder().isPresent() ? Optional.empty() : closed(unit);
            case WORKABLE -> standing(unit).isPresent() ? Optional.empty() : ORDER.ofUnit(unit);
            case RELEASE ->
                    unless(
                            unit.order()
                                    .flatMap(Order::release)
                                    .filter(Release::stands)
                                    .isPresent(),
                            new Refusal.NotReleased(unit.id()));
            case LABEL ->
                    unit.order().flatMap(Order::ended).isPresent()
                            ? Optional.empty()
                            : RELEASE.ofUnit(unit);
            case HOLD -> unless(!unit.holds().isEmpty(), new Word.NoHold());
            case CASE -> unless(!unit.openCases().isEmpty(), new Word.NoCase());
            case TAG -> unless(unit.id().tag().isPresent(), new Word.NoTag());
            case MISMATCH -> unless(mismatch(unit), new Word.NoMismatch());
            default -> Optional.empty();
        };
    }

    private static Optional<Record> closed(Unit unit) {
        if (unit.scrapped()) return Optional.of(new Refusal.UnitScrapped(unit.id()));
        return standing(unit)
                .<Record>map(r -> new Word.ReleasedAlready(unit.id(), r.id().value()))
                .or(() -> Optional.of(new Refusal.NoOpenOrder(unit.id())));
    }

    /// The release of a unit that has not left.
    private static Optional<Release> standing(Unit unit) {
        return unit.order()
                .filter(o -> o.shipped().isEmpty())
                .flatMap(Order::release)
                .filter(Release::stands);
    }

    private static boolean running(Optional<Unit> hand) {
        return hand.flatMap(Unit::openOrder).filter(o -> !o.running().isEmpty()).isPresent();
    }

    private static boolean mismatch(Unit unit) {
        return unit.openOrder().stream().flatMap(o -> o.undecided().stream()).findAny().isPresent();
    }
}
