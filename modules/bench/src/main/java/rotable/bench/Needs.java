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
            case UNIT, ORDER, RELEASE, LABEL, HOLD, MISMATCH, CASE, TAG ->
                    s.hand().isEmpty()
                            ? Optional.of(new Refusal.NoUnitInHand())
                            : ofUnit(s.hand().get());
        };
    }

    private static Record nothingAsked() {
        return new Word.NothingPending();
    }

    private static Optional<Record> unless(boolean there, Record why) {
        return there ? Optional.empty() : Optional.of(why);
    }

    private Optional<Record> ofUnit(Unit unit) {
        return switch (this) {
            case ORDER -> unless(unit.openOrder().isPresent(), new Refusal.NoOpenOrder(unit.id()));
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

    private static boolean running(Optional<Unit> hand) {
        return hand.flatMap(Unit::openOrder).filter(o -> !o.running().isEmpty()).isPresent();
    }

    private static boolean mismatch(Unit unit) {
        return unit.openOrder().stream().flatMap(o -> o.undecided().stream()).findAny().isPresent();
    }
}
