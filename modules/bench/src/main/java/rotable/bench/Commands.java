// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rotable.bench.Answer.Outcome;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.UnitId;
import rotable.journal.Signature;
import rotable.part.Step.Phase;
import rotable.record.RecordProblem;
import rotable.release.Line;
import rotable.release.ReturnToServiceGate;
import rotable.unit.Order;
import rotable.unit.Recorded;

/// What each command card does. The verbs are those of [Action].
final class Commands {
    private static final Duration UNDO_WITHIN = Duration.ofMinutes(10);

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Prompts prompts;
    private final Signing signing;
    private final Tests tests;
    private final Components components;

    Commands(
            Context context,
            Work work,
            Replies replies,
            Prompts prompts,
            Signing signing,
            Tests tests,
            Components components) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.prompts = prompts;
        this.signing = signing;
        this.tests = tests;
        this.components = components;
    }

    Answer run(String verb, Optional<String> argument) throws RecordProblem {
        if (verb.matches("[1-9]")) return prompts.chosen(verb);
        var action = Action.of(verb);
        if (action.isEmpty()) return replies.refused(new Word.NotACommand("RT:" + verb));
        return switch (action.get()) {
            case RECEIVE -> receive();
            case DONE -> done();
            case OK -> tests.answerStep(Checked.Answer.OK);
            case NOK -> tests.answerStep(Checked.Answer.NOT_OK);
            case NA -> notApplicable();
            case ALLOK -> allOk();
            case F -> work.perform(new Intent.Diagnose(argument.orElse("")));
            case A -> work.perform(new Intent.TakeAction(argument.orElse("")));
            case L -> work.perform(new Intent.Move(argument.orElse("")));
            case R -> reason(argument.orElse(""));
            case SWAP -> replies.ask(new Word.ScanTheOld());
            case NOLABEL -> components.noLabel();
            case ACCEPT -> accept();
            case TEST -> tests.test(argument);
            case START -> tests.start();
            case STOP -> tests.stop();
            case PARK -> park();
            case RESUME -> resume();
            case SIGN -> sign();
            case REJECT -> reject();
            case RELEASE -> release();
            case HOLD -> prompts.reason("hold", Intent.Hold::new);
            case UNHOLD -> unhold();
            case OVERRIDE -> override();
            case UNREPAIRED -> end(Ending.UNREPAIRED);
            case SCRAP -> end(Ending.SCRAPPED);
            case BER -> end(Ending.BER);
            case EXCHANGE -> end(Ending.EXCHANGED);
            case SHIP -> work.perform(new Intent.Ship());
            case PRINT -> work.perform(new Intent.PrintLabel(Optional.empty()));
            case REPRINT -> prompts.reason("reprint", r -> new Intent.PrintLabel(Optional.of(r)));
            case UNDO -> undo();
            case CANCEL, BACK -> cancel();
            case CONFIRM -> confirm();
            case LOCK -> signing.lock();
            case WHY -> why();
            case HELP -> replies.say(Outcome.DONE, new Word.Help(Action.verbs()));
        };
    }

    private Answer receive() throws RecordProblem {
        var unit = context.handId();
        if (unit.isEmpty() || context.openOrder().isPresent()) {
            context.receiving(true);
            return replies.say(Outcome.DONE, new Word.ReceiveMode(true));
        }
        return work.perform(new Intent.Receive(unit.get(), context.evidence()));
    }

    private Answer done() {
        context.receiving(false);
        return replies.say(Outcome.DONE, new Word.ReceiveMode(false));
    }

    private Answer notApplicable() throws RecordProblem {
        var order = context.openOrder();
        var open =
                order.stream()
                        .flatMap(o -> o.open().keySet().stream())
                        .filter(p -> !order.orElseThrow().leftOpen().containsKey(p))
                        .findFirst();
        if (open.isEmpty()) return tests.answerStep(Checked.Answer.NOT_APPLICABLE);
        return prompts.reason("left-open", r -> new Intent.LeaveOpen(open.get(), r));
    }

    /// All in order: answers what is open on the checklist, and asks for the signature at intake.
    private Answer allOk() throws RecordProblem {
        var intake = context.openOrder().flatMap(Order::intake).isEmpty();
        var answer = work.perform(new Intent.CheckAll(intake ? Phase.INTAKE : Phase.REPAIR));
        var nothingOpen =
                answer.outcome() == Outcome.REFUSED && answer.text() instanceof Refusal.StepUnknown;
        if (!intake) return nothingOpen ? stepsDone() : answer;
        if (answer.outcome() == Outcome.DONE || nothingOpen)
            return replies.asking(signing.ask(new Intent.SignIntake()).text(), answer);
        return answer;
    }

    private Answer stepsDone() {
        return replies.say(Outcome.ALREADY, new Word.AllStepsDone());
    }

    private Answer reason(String code) throws RecordProblem {
        if (!(context.pending() instanceof Pending.Reason pending))
            return replies.refused(new Word.NothingPending());
        var text = context.reference().code(Kind.REASON, code).map(c -> c.text());
        if (text.isEmpty()) return replies.refused(new Word.NotKnown("RT:R:" + code));
        return prompts.reasoned(pending, text.get());
    }

    private Answer accept() throws RecordProblem {
        var removal =
                context.openOrder().map(Order::removals).orElse(List.of()).stream()
                        .filter(r -> r.dispositioned().isEmpty())
                        .filter(
                                r ->
                                        r.fact().match() == Match.MISMATCHED
                                                || r.fact().match() == Match.UNREADABLE)
                        .findFirst();
        if (removal.isEmpty()) return replies.refused(new Word.NothingPending());
        return prompts.reason(
                "mismatch", r -> new Intent.Disposition(removal.get().fact().position(), r));
    }

    private Answer park() throws RecordProblem {
        var answer = work.perform(new Intent.Park());
        if (answer.outcome() == Outcome.DONE) {
            context.nothingPending();
            context.putDown();
        }
        return answer;
    }

    private Answer resume() throws RecordProblem {
        var parked =
                context.record.openHere().stream()
                        .filter(u -> context.handId().filter(u::equals).isEmpty())
                        .toList();
        if (parked.isEmpty()) return replies.refused(new Word.NothingParked());
        if (parked.size() == 1) return takeUp(parked.getFirst());
        return prompts.choose(
                parked.stream()
                        .limit(9)
                        .map(u -> prompts.option(new Word.ChoiceUnit(u), () -> takeUp(u)))
                        .toList());
    }

    private Answer takeUp(UnitId unit) throws RecordProblem {
        if (context.openOrder().flatMap(Order::taken).isPresent()) work.perform(new Intent.Park());
        context.nothingPending();
        context.take(unit, Optional.empty());
        return work.perform(new Intent.TakeInHand());
    }

    private Answer sign() throws RecordProblem {
        var order = context.openOrder();
        if (order.isEmpty()) return work.perform(new Intent.Inspect());
        if (order.get().intake().isEmpty()) return ask(new Intent.SignIntake());
        return ask(new Intent.Inspect());
    }

    /// Asks for a signature, unless something else stands in the way already.
    private Answer ask(Intent.Signable intent) throws RecordProblem {
        var others =
                work.objections(intent).stream()
                        .filter(r -> !(r instanceof Refusal.RoleNeeded))
                        .filter(r -> !(r instanceof Refusal.NeedsAnotherPerson))
                        .toList();
        return others.isEmpty() ? signing.ask(intent) : replies.refused(others);
    }

    private Answer reject() throws RecordProblem {
        if (context.openOrder().isEmpty())
            return work.perform(new Intent.Reject(Phase.REPAIR, "-"));
        return prompts.choose(
                java.util.Arrays.stream(Phase.values())
                        .map(
                                p ->
                                        prompts.option(
                                                new Word.ChoicePhase(p.name()),
                                                () ->
                                                        prompts.reason(
                                                                "reject",
                                                                r -> new Intent.Reject(p, r))))
                        .toList());
    }

    private Answer release() throws RecordProblem {
        context.recheck();
        return ask(new Intent.Release());
    }

    private Answer unhold() throws RecordProblem {
        var holds = context.hand().map(u -> u.holds()).orElse(List.of());
        if (holds.isEmpty()) return replies.refused(new Word.NothingPending());
        return prompts.choose(
                holds.stream()
                        .limit(9)
                        .map(
                                h ->
                                        prompts.option(
                                                new Word.ChoiceHold(h.id().value(), h.reason()),
                                                () ->
                                                        prompts.reason(
                                                                "unhold",
                                                                r -> new Intent.Unhold(h.id(), r))))
                        .toList());
    }

    private Answer override() throws RecordProblem {
        var soft =
                gate().stream()
                        .filter(
                                l ->
                                        l.weight() == Line.Weight.SOFT
                                                && l.state() == Line.State.FAILS)
                        .toList();
        if (soft.isEmpty()) return replies.refused(new Word.NothingPending());
        return prompts.choose(
                soft.stream()
                        .limit(9)
                        .map(
                                l ->
                                        prompts.option(
                                                new Word.ChoiceCriterion(l.id()),
                                                () ->
                                                        prompts.reason(
                                                                "override",
                                                                r ->
                                                                        new Intent.Override(
                                                                                l.id(), r))))
                        .toList());
    }

    private List<Line> gate() throws RecordProblem {
        return context.world(List.of()).gate(Optional.empty());
    }

    private Answer end(Ending ending) throws RecordProblem {
        if (context.openOrder().isEmpty()) return work.perform(new Intent.End(ending, "-"));
        return prompts.reason("end-" + ending.name(), r -> new Intent.End(ending, r));
    }

    private Answer cancel() {
        if (context.pending() instanceof Pending.Nothing)
            return replies.refused(new Word.NothingPending());
        return prompts.cancelled();
    }

    private Answer confirm() {
        if (context.pending() instanceof Pending.Again a) return prompts.confirmed(a);
        return replies.refused(new Word.NothingPending());
    }

    private Answer why() throws RecordProblem {
        context.recheck();
        var order = context.openOrder();
        if (order.isEmpty()) return standing();
        var reasons =
                ReturnToServiceGate.blockers(gate()).stream()
                        .map(l -> new Answer.Reason(l.id(), (Record) l.finding()))
                        .toList();
        return reasons.isEmpty()
                ? replies.say(Outcome.DONE, new Word.Clear(order.get().id()))
                : replies.attention(new Word.StandsInTheWay(reasons.size()), reasons);
    }

    /// A unit without open work: released and how, or never received.
    private Answer standing() throws RecordProblem {
        var release =
                context.hand()
                        .flatMap(u -> u.order())
                        .flatMap(Order::release)
                        .filter(r -> r.stands());
        if (release.isEmpty()) return work.perform(new Intent.Release());
        var r = release.get();
        return replies.say(
                Outcome.DONE,
                new Word.StandsReleased(
                        context.handId().orElseThrow(), r.id().value(), r.stamp().at()));
    }

    /// Takes back the last own command about the unit in hand: within ten minutes, never what was
    /// signed, nor anything before the label was scanned back.
    private Answer undo() throws RecordProblem {
        var last = lastCommand();
        if (last.isEmpty()) return replies.refused(new Word.NothingToUndo());
        var entry = last.get().entry();
        var mine =
                last.get().stamp().operator().equals(context.person().orElseThrow().id().value());
        var fixed =
                entry.envelope().signature().map(Signature::person).isPresent()
                        || last.get().fact() instanceof CustodyFact.LabelConfirmed;
        if (!mine || fixed) return replies.refused(new Word.NothingToUndo());
        var at = last.get().stamp().at();
        if (at.plus(UNDO_WITHIN).isBefore(context.clock.instant()))
            return replies.refused(new Word.UndoTooLate(at));
        context.nothingPending();
        var subjects =
                context.hand().orElseThrow().history().stream()
                        .map(Recorded::entry)
                        .filter(e -> e.envelope().command().equals(entry.envelope().command()))
                        .flatMap(e -> e.envelope().subjects().stream())
                        .distinct()
                        .toList();
        return work.undo(entry.envelope().command(), subjects);
    }

    private Optional<Recorded> lastCommand() throws RecordProblem {
        var history = context.hand().map(u -> u.history()).orElse(List.of());
        var undone = new java.util.HashSet<String>();
        for (var r : history.reversed()) {
            if (!r.stamp().bench().equals(context.bench)) continue;
            if (r.fact() instanceof BenchFact.Undone u) undone.add(u.command());
            else if (!undone.contains(r.entry().envelope().command())) return Optional.of(r);
        }
        return Optional.empty();
    }
}
