// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.bench.BenchState.Released;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.part.Step.Phase;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.release.Status;
import rotable.unit.Order;
import rotable.unit.Unit;

/// Receiving units, their checklists, putting them aside and taking them up.
final class UnitCommands {
    private static final int CHOICES = 9;

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Prompts prompts;
    private final Signing signing;
    private final Tests tests;

    UnitCommands(Desk desk, Tests tests) {
        this.context = desk.context();
        this.work = desk.work();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
        this.signing = desk.signing();
        this.tests = tests;
    }

    Answer receive() throws RecordProblem {
        var unit = context.handId();
        var open = context.openOrder();
        if (unit.isEmpty() || open.isPresent() || context.hasLeft()) {
            context.receiving(true);
            return open.isEmpty()
                    ? replies.say(Outcome.DONE, new Word.ReceivingOn())
                    : replies.say(
                            Outcome.DONE,
                            new Word.ReceivingNext(unit.get().serial(), open.get().id()));
        }
        return prompts.receive(new Intent.Receive(unit.get(), context.evidence()));
    }

    /// It has left: its label is read again when it comes back.
    Answer ship() throws RecordProblem {
        var answer = work.perform(new Intent.Ship());
        if (answer.outcome() == Outcome.DONE) context.unread();
        return answer;
    }

    Answer done() {
        if (!context.receiving()) return replies.refused(new Word.NotReceiving());
        context.receiving(false);
        return replies.say(Outcome.DONE, new Word.ReceivingOff());
    }

    Answer notApplicable() throws RecordProblem {
        var open = context.openOrder().map(Order::unfilled).orElse(List.of());
        if (open.isEmpty()) return cancelStep();
        if (open.size() == 1) return leaveOpen(open.getFirst());
        return prompts.choose(
                open.stream()
                        .limit(CHOICES)
                        .map(p -> prompts.option(new Word.ChoicePosition(p), () -> leaveOpen(p)))
                        .toList());
    }

    private Answer leaveOpen(PositionId position) {
        return prompts.reason(Word.Why.LEFT_OPEN, r -> new Intent.LeaveOpen(position, r));
    }

    /// Takes a unit over that another bench had, or that was put aside.
    Answer take() throws RecordProblem {
        if (!context.isTakenHere()) return work.perform(new Intent.TakeInHand());
        var serial = context.handId().orElseThrow().serial();
        return replies.say(Outcome.ALREADY, new Word.AlreadyInHand(serial));
    }

    private Answer cancelStep() throws RecordProblem {
        var step = tests.nextStep();
        if (step.isEmpty()) return replies.say(Outcome.ALREADY, tests.allStepsDone());
        return prompts.reason(Word.Why.CANCEL_STEP, r -> new Intent.CancelStep(step.get().id(), r));
    }

    /// All in order: answers what is open on the checklist, and asks for the signature at intake.
    Answer allOk() throws RecordProblem {
        var intake = context.openOrder().flatMap(Order::intake).isEmpty();
        var answer = work.perform(new Intent.CheckAll(intake ? Phase.INTAKE : Phase.REPAIR));
        var nothingOpen =
                answer.outcome() == Outcome.REFUSED && answer.text() instanceof Refusal.StepUnknown;
        var left = tests.nextStep();
        if (nothingOpen && left.isPresent())
            return replies.refused(new Word.StepLeft(left.get().text()));
        if (!intake)
            return nothingOpen ? replies.say(Outcome.ALREADY, tests.allStepsDone()) : answer;
        if (answer.outcome() == Outcome.DONE || nothingOpen)
            return replies.asking(signing.ask(new Intent.SignIntake()).text(), answer);
        return answer;
    }

    Answer park() throws RecordProblem {
        var open = !(context.pending() instanceof Pending.Nothing);
        var serial = context.handId().map(UnitId::serial).orElse("");
        if (!context.isTakenHere()) return putDown(serial);
        var answer = work.perform(new Intent.Park());
        if (answer.outcome() != Outcome.DONE) return answer;
        context.nothingPending();
        context.putDown();
        return open ? replies.done(new Word.ParkedUnanswered(serial), answer.entries()) : answer;
    }

    /// Nobody works on it: there is nothing to record.
    private Answer putDown(String serial) {
        context.nothingPending();
        context.putDown();
        return replies.say(Outcome.DONE, new Word.PutDown(serial));
    }

    Answer resume() throws RecordProblem {
        var parked =
                context.record.openHere().stream()
                        .map(DepotRecord.OpenUnit::unit)
                        .filter(u -> context.handId().filter(u::equals).isEmpty())
                        .toList();
        if (parked.isEmpty()) return replies.refused(new Word.NothingParked());
        if (parked.size() == 1) return takeUp(parked.getFirst());
        var options = new ArrayList<Pending.Option>();
        for (var u : parked)
            if (options.size() < CHOICES)
                options.add(prompts.item(new Child.Serialised(u), () -> takeUp(u)));
        return prompts.choose(options);
    }

    /// Units about which two benches recorded what can't both hold.
    Answer cases() throws RecordProblem {
        var options = new ArrayList<Pending.Option>();
        for (var id : context.record.disputed()) {
            var unit = context.record.unit(id);
            if (!waits(unit) || options.size() == CHOICES) continue;
            options.add(prompts.option((Record) said(unit), () -> show(id)));
        }
        for (var unit : released()) options.add(again(unit));
        return options.isEmpty()
                ? replies.say(Outcome.ALREADY, new Word.NoCases())
                : prompts.choose(options);
    }

    /// Whether it is where something is settled: a component's case is mostly its unit's too.
    private boolean waits(Unit unit) throws RecordProblem {
        return unit.order().isPresent() || !LookAgain.ofUnits(context.record, unit);
    }

    private static Word said(Unit unit) {
        var open = unit.undecided();
        var c = open.getFirst();
        return open.size() == 1
                ? new Word.ChoiceCase(unit.id(), c.rule(), c.text())
                : new Word.ChoiceCases(unit.id(), c.rule(), c.text(), open.size() - 1);
    }

    /// Released units that a contradiction concerns.
    private Collection<Released> released() throws RecordProblem {
        var found = new LinkedHashSet<Released>();
        for (var id : context.record.disputed())
            for (var c : context.record.unit(id).openCases())
                found.addAll(LookAgain.at(context.record, c));
        return found;
    }

    private Pending.Option again(Released r) {
        return prompts.option(
                new Word.ChoiceReleased(r.unit(), r.release().value()), () -> show(r.unit()));
    }

    Answer show(UnitId id) throws RecordProblem {
        var other = context.handId().filter(id::equals).isEmpty();
        if (other && context.openOrder().flatMap(Order::taken).isPresent())
            work.perform(new Intent.Park());
        context.nothingPending();
        context.take(id, Optional.empty());
        var status = Status.words(context.hand().orElseThrow());
        return replies.say(
                Outcome.DONE, new Word.UnitShown(id.serial(), id.part().number(), status));
    }

    private Answer takeUp(UnitId unit) throws RecordProblem {
        if (context.openOrder().flatMap(Order::taken).isPresent()) work.perform(new Intent.Park());
        context.nothingPending();
        context.take(unit, Optional.empty());
        return work.perform(new Intent.TakeInHand());
    }
}
