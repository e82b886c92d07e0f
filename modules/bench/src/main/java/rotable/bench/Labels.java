// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.bench.Answer.Reason;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.ReleaseFact.Released;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.scan.Scan;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What one of our labels means when it is scanned: it stands for its unit, or does no more.
final class Labels {
    private final Context context;
    private final Work work;
    private final Replies replies;

    Labels(Desk desk) {
        this.context = desk.context();
        this.work = desk.work();
        this.replies = desk.replies();
    }

    /// What a unit's label does.
    interface Opening {
        Answer open(UnitId unit) throws RecordProblem;
    }

    /// One of our labels: closes the loop on the unit in hand, or tells where its unit stands.
    ///
    /// @param units opens the dossier of a unit that is not in hand
    Answer scanned(Scan.ServiceLabel read, Opening units) throws RecordProblem {
        // The code bears the nameplate's serial; of two units with one, the release tells which.
        var its = context.record.unitOf(read.release().value()).filter(u -> bears(u, read.unit()));
        var l = new Scan.ServiceLabel(its.orElse(read.unit()), read.release(), read.hash());
        var hand = context.hand();
        var awaiting =
                hand.flatMap(Unit::order)
                        .flatMap(Order::release)
                        .filter(r -> r.stands() && r.confirmed().isEmpty());
        var inHand = hand.filter(u -> u.id().equals(l.unit())).isPresent();
        var old = old(l);
        if (inHand && old.isPresent()) return warn(old.get());
        if (awaiting.isPresent() || inHand) return confirmed(l, hand.orElseThrow());
        var answer = units.open(l.unit());
        var opened =
                answer.outcome() != Outcome.REFUSED
                        && context.handId().isPresent()
                        && context.handId().get().equals(l.unit());
        return old.isPresent() && opened ? warn(old.get()) : answer;
    }

    private Answer warn(Record word) {
        return replies.attention(word, List.of(new Reason(Replies.code(word), word)));
    }

    /// What there is to say of a label that does not stand for the unit as it is now.
    private Optional<Record> old(Scan.ServiceLabel l) throws RecordProblem {
        var unit = context.record.unit(l.unit());
        var current = unit.order().flatMap(Order::release);
        if (current.filter(r -> r.id().equals(l.release())).isPresent())
            return current.flatMap(Release::revoked)
                    .map(r -> new Refusal.LabelVoid(l.release(), r.what(), r.stamp().at()));
        if (isDisputed(unit, l.release()))
            return Optional.of(new Word.LabelDisputed(l.release().value(), unit.id().serial()));
        return unit.own().stream()
                .filter(r -> r.fact() instanceof Released f && f.release().equals(l.release()))
                .findFirst()
                .map(r -> said(l.release().value(), r));
    }

    /// Whether a release stands under a stay that a case is about.
    private static boolean isDisputed(Unit unit, ReleaseId release) {
        return unit.orders().stream()
                .filter(
                        o ->
                                o.release()
                                        .filter(r -> r.stands() && r.id().equals(release))
                                        .isPresent())
                .anyMatch(
                        o ->
                                unit.openCases().stream()
                                        .anyMatch(c -> c.first().equals(o.opened().hash())));
    }

    private static Record said(String release, Recorded r) {
        return r.without()
                .<Record>map(w -> new Word.LabelLost(release, w.why()))
                .orElseGet(() -> new Word.LabelOld(release, r.stamp().at()));
    }

    private static boolean bears(UnitId unit, UnitId label) {
        return unit.part().equals(label.part()) && unit.nameplate().equals(label.serial());
    }

    private Answer confirmed(Scan.ServiceLabel l, Unit hand) throws RecordProblem {
        var already =
                hand.order()
                        .flatMap(Order::release)
                        .filter(r -> r.stands() && r.id().equals(l.release()))
                        .flatMap(Release::confirmed);
        if (already.isPresent())
            return replies.say(Outcome.ALREADY, new Word.AlreadyDone("label", already.get().at()));
        return work.perform(new Intent.ConfirmLabel(l.unit(), l.release(), l.hash()));
    }
}
