// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.ReleaseFact.Ended;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.record.RecordProblem;
import rotable.release.Finding;
import rotable.release.Line;
import rotable.release.ReturnToServiceGate;
import rotable.release.Status;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What decides over a unit: inspection, release, holds, overrides, the other ends.
final class ReleaseCommands {
    private static final int CHOICES = 9;

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Prompts prompts;
    private final Signing signing;

    ReleaseCommands(Desk desk) {
        this.context = desk.context();
        this.work = desk.work();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
        this.signing = desk.signing();
    }

    Answer sign() throws RecordProblem {
        var order = context.openOrder();
        if (order.isEmpty()) return work.perform(new Intent.Inspect());
        var intake = order.get().intake().isEmpty();
        return signing.request(intake ? new Intent.SignIntake() : new Intent.Inspect());
    }

    Answer reject() throws RecordProblem {
        if (context.openOrder().isEmpty())
            return work.perform(new Intent.Reject(BackTo.REPAIR, "-"));
        return prompts.choose(Arrays.stream(BackTo.values()).map(this::backTo).toList());
    }

    private Pending.Option backTo(BackTo stage) {
        return prompts.option(
                new Word.ChoiceBackTo(stage),
                () -> prompts.reason(Word.Why.REJECT, r -> new Intent.Reject(stage, r)));
    }

    Answer release() throws RecordProblem {
        context.recheck();
        return signing.request(new Intent.Release());
    }

    /// A supervisor decides what a removed component that did not match means.
    Answer accept() throws RecordProblem {
        var removal = context.openOrder().stream().flatMap(o -> o.undecided().stream()).findFirst();
        if (removal.isEmpty()) return replies.refused(new Word.NoMismatch());
        return prompts.reason(
                Word.Why.MISMATCH, r -> new Intent.Disposition(removal.get().fact().position(), r));
    }

    Answer unhold() throws RecordProblem {
        var holds = context.hand().map(u -> u.holds()).orElse(List.of());
        if (holds.isEmpty()) return replies.refused(new Word.NoHold());
        if (holds.size() == 1) return why(holds.getFirst());
        return prompts.choose(holds.stream().limit(CHOICES).map(this::lift).toList());
    }

    private Pending.Option lift(rotable.unit.Hold hold) {
        return prompts.option(
                new Word.ChoiceHold(hold.id().value(), hold.reason()), () -> why(hold));
    }

    private Answer why(rotable.unit.Hold hold) {
        return prompts.reason(Word.Why.UNHOLD, r -> new Intent.Unhold(hold.id(), r));
    }

    Answer override() throws RecordProblem {
        var soft =
                gate().stream()
                        .filter(l -> l.weight() == Line.Weight.SOFT)
                        .filter(l -> l.state() == Line.State.FAILS)
                        .toList();
        if (soft.isEmpty()) return replies.refused(new Word.NothingToOverride());
        var found = new LinkedHashMap<String, List<Finding>>();
        for (var l : soft) found.computeIfAbsent(l.id(), x -> new ArrayList<>()).add(l.finding());
        return prompts.choose(
                found.entrySet().stream()
                        .limit(CHOICES)
                        .map(f -> letPass(f.getKey(), f.getValue().stream().distinct().toList()))
                        .toList());
    }

    private Pending.Option letPass(String criterion, List<Finding> found) {
        return prompts.option(
                new Word.ChoiceCriterion(criterion, found),
                () -> prompts.reason(Word.Why.OVERRIDE, r -> new Intent.Override(criterion, r)));
    }

    private List<Line> gate() throws RecordProblem {
        return context.world(List.of()).gate(Optional.empty());
    }

    Answer end(Ending ending) throws RecordProblem {
        if (context.openOrder().isEmpty()) return work.perform(new Intent.End(ending, "-"));
        return prompts.reason(Word.Why.valueOf(ending.name()), r -> new Intent.End(ending, r));
    }

    /// The label of a release, or of another end, which is no evidence and not recorded.
    Answer print() throws RecordProblem {
        var ended = context.hand().flatMap(Unit::order).filter(o -> o.ended().isPresent());
        if (ended.isEmpty()) return first() ? work.perform(label()) : reprint();
        var unit = context.handId().orElseThrow();
        return replies.say(Outcome.DONE, new Word.EndPrinted(ended.get().id(), unit));
    }

    private boolean first() throws RecordProblem {
        var release = context.hand().flatMap(Unit::order).flatMap(Order::release);
        return release.filter(r -> r.copies() > 0).isEmpty();
    }

    private static Intent label() {
        return new Intent.PrintLabel(Optional.empty());
    }

    /// A further copy, which needs a reason and is marked as one.
    Answer reprint() {
        return prompts.reason(Word.Why.REPRINT, r -> new Intent.PrintLabel(Optional.of(r)));
    }

    /// What stands in the way of the release.
    Answer why() throws RecordProblem {
        context.recheck();
        var order = context.openOrder();
        if (order.isEmpty()) return standing();
        var reasons = blockers();
        return reasons.isEmpty()
                ? replies.say(Outcome.DONE, new Word.Clear(order.get().id()))
                : replies.attention(
                        reasons.size() == 1
                                ? new Word.OneStandsInTheWay()
                                : new Word.StandsInTheWay(reasons.size()),
                        reasons);
    }

    private List<Answer.Reason> blockers() throws RecordProblem {
        return ReturnToServiceGate.blockers(gate()).stream()
                .map(l -> new Answer.Reason(l.id(), (Record) l.finding()))
                .toList();
    }

    private static Record ended(Unit unit, Ended f) {
        var over = unit.order().flatMap(Order::shipped).isPresent() || unit.scrapped();
        return over
                ? new Word.StandsClosed(unit.id(), f.order(), f.ending())
                : new Word.StandsEnded(unit.id(), f.order(), f.ending());
    }

    /// A unit without open work: released and how, or never received.
    private Answer standing() throws RecordProblem {
        var release =
                context.hand()
                        .flatMap(u -> u.order())
                        .flatMap(Order::release)
                        .filter(Release::stands);
        var unit = context.hand().orElseThrow();
        var ended = unit.order().flatMap(Order::ended);
        if (ended.isPresent()) return replies.say(Outcome.DONE, ended(unit, ended.get()));
        if (unit.order().isEmpty() && !context.isReceivable(unit.id()))
            return replies.say(
                    Outcome.DONE,
                    new Word.ComponentStands(
                            unit.id().serial(), unit.id().part().number(), Status.words(unit)));
        if (release.isEmpty() && unit.order().flatMap(Order::shipped).isPresent())
            return replies.attention(new Word.LeftUnreleased(unit.id().serial()), blockers());
        if (release.isEmpty()) return work.perform(new Intent.Release());
        var r = release.get();
        var stands = new Word.StandsReleased(unit.id(), r.id().value(), r.stamp().at());
        var dispute = unit.openCases().stream().findFirst();
        if (dispute.isEmpty()) return replies.say(Outcome.DONE, stands);
        var c = dispute.get();
        return replies.attention(
                stands,
                List.of(Replies.reason(new Refusal.CaseOpen(unit.id(), c.rule(), c.text()))));
    }
}
