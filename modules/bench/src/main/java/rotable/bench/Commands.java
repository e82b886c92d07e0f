// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.bench.Answer.Outcome;
import rotable.decision.Intent;
import rotable.decision.Settlement;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.fact.ReleaseFact.Ended.Ending;
import rotable.identity.UnitId;
import rotable.part.TestSpec;
import rotable.record.RecordProblem;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// What each command card does: one line an action of [Action].
final class Commands {
    private static final int CHOICES = 9;

    /// Cards that are expected beside a scan, and are no next step.
    private static final Set<String> INSTEAD =
            Set.of("RT:CANCEL", "RT:NA", "RT:REPRINT", "RT:PARK", "RT:CONFIRM");

    private final Context context;
    private final Replies replies;
    private final Work work;
    private final Prompts prompts;
    private final Signing signing;
    private final Session session;
    private final Tests tests;
    private final Components components;
    private final UnitCommands units;
    private final ReleaseCommands releases;
    private final CaseCommands cases;
    private final Undo undo;

    Commands(Desk desk, Tests tests, Components components) {
        this.context = desk.context();
        this.replies = desk.replies();
        this.work = desk.work();
        this.prompts = desk.prompts();
        this.signing = desk.signing();
        this.session = desk.session();
        this.tests = tests;
        this.components = components;
        this.units = new UnitCommands(desk, tests);
        this.releases = new ReleaseCommands(desk);
        this.cases = new CaseCommands(desk);
        this.undo = new Undo(desk);
    }

    static boolean knows(String verb) {
        return verb.matches("[1-9]") || Action.of(verb).isPresent();
    }

    Answer run(String verb, Optional<String> argument) throws RecordProblem {
        if (!verb.matches("CONFIRM|CANCEL|BACK|WHY|HELP|UNDO")) prompts.goOn();
        if (verb.matches("[1-9]")) return prompts.chosen(verb);
        var action = Action.of(verb);
        if (action.isEmpty())
            return replies.refused(
                    new Word.NotACommand(verb.startsWith("!") ? verb : "RT:" + verb));
        var whyNot = action.get().whyNot(context.standing());
        if (whyNot.filter(w -> w instanceof Word.QuestionOpen).isPresent()) return prompts.open();
        return whyNot.isPresent() ? replies.refused(whyNot.get()) : run(action.get(), argument);
    }

    // One line an action, and so longer than most.
    private Answer run(Action action, Optional<String> argument) throws RecordProblem {
        return switch (action) {
            case RECEIVE -> units.receive();
            case DONE -> units.done();
            case OK -> tests.answerStep(Checked.Answer.OK);
            case NOK -> notOk();
            case NA -> units.notApplicable();
            case ALLOK -> units.allOk();
            case F -> coded(Kind.FAULT, argument, c -> work.perform(new Intent.Diagnose(c)));
            case A -> coded(Kind.ACTION, argument, this::action);
            case L -> coded(Kind.LOCATION, argument, c -> work.perform(new Intent.Move(c)));
            case R -> reason(argument.orElse(""));
            case SWAP -> replies.ask(new Word.ScanTheOld());
            case NOLABEL -> components.noLabel();
            case ACCEPT -> releases.accept();
            case TEST -> test(argument);
            case START -> tests.start();
            case STOP -> stop();
            case PARK -> units.park();
            case RESUME -> units.resume();
            case TAKE -> units.take();
            case NOTE -> prompts.reason(Word.Why.NOTE, Intent.Note::new);
            case SIGN -> releases.sign();
            case REJECT -> releases.reject();
            case RELEASE -> releases.release();
            case HOLD -> prompts.reason(Word.Why.HOLD, Intent.Hold::new);
            case UNHOLD -> releases.unhold();
            case OVERRIDE -> releases.override();
            case CASES -> units.cases();
            case SETTLE -> cases.settle();
            case UNREPAIRED -> releases.end(Ending.UNREPAIRED);
            case SCRAP -> releases.end(Ending.SCRAPPED);
            case BER -> releases.end(Ending.BER);
            case EXCHANGE -> releases.end(Ending.EXCHANGED);
            case SHIP -> units.ship();
            case PRINT -> releases.print();
            case REPRINT -> releases.reprint();
            case TAG -> tag();
            case UNDO -> undo();
            case CANCEL, BACK -> cancel();
            case CONFIRM -> confirm();
            case NEXT -> next();
            case UNLOCK -> signing.lockout().ask();
            case LOCK -> session.lock();
            case WHY -> releases.why();
            case HELP -> replies.say(Outcome.DONE, new Word.Help(Action.verbs()));
        };
    }

    /// What a card with a code does; one without offers the codes of the depot.
    private Answer coded(Kind kind, Optional<String> code, Coded act) throws RecordProblem {
        if (code.isPresent()) return act.with(code.get());
        var known = context.reference().codes(kind);
        if (known.isEmpty() || known.size() > CHOICES)
            return replies.refused(new Word.CodeNeeded("RT:" + kind.name().charAt(0)));
        return prompts.choose(
                known.stream()
                        .map(
                                c ->
                                        prompts.option(
                                                new Word.ChoiceCode(c.code(), c.text()),
                                                () -> act.with(c.code())))
                        .toList());
    }

    /// What is done with a code.
    private interface Coded {
        Answer with(String code) throws RecordProblem;
    }

    /// Work on a released unit reopens it, which nobody does unasked.
    private Answer action(String code) throws RecordProblem {
        var intent = new Intent.TakeAction(code);
        var release = context.hand().flatMap(Unit::order).flatMap(Order::release);
        var stands = release.filter(Release::stands);
        if (stands.isEmpty() || !work.objections(intent).isEmpty()) return work.perform(intent);
        var word = new Word.ConfirmToReopen(stands.get().id().value());
        return prompts.again(word, () -> work.perform(intent), "");
    }

    /// A run that is ended too soon has failed for good, which nobody does unasked.
    private Answer stop() throws RecordProblem {
        var early = tests.early();
        return early.isPresent()
                ? prompts.again((Record) early.get(), tests::stop, "")
                : tests.stop();
    }

    private Answer tag() throws RecordProblem {
        var unit = context.hand().orElseThrow().id();
        return replies.say(Outcome.DONE, new Word.TagPrinted(unit.tag().orElseThrow(), unit));
    }

    /// Does the first thing that the bench expects and that is a card without a code; what only
    /// stands in for a scan is not done unasked.
    private Answer next() throws RecordProblem {
        var expected = Expectation.of(context, tests);
        for (var card : expected)
            if (card.matches("RT:[A-Z]+") && !INSTEAD.contains(card))
                return run(card.substring(3), Optional.empty());
        return expected.getFirst().startsWith("RT:")
                ? replies.refused(new Word.NothingPending())
                : replies.refused(new Word.NextIsAScan(expected.getFirst()));
    }

    private Answer reason(String code) throws RecordProblem {
        if (!(context.pending() instanceof Pending.Reason pending))
            return replies.refused(new Word.NothingPending());
        var text = context.reference().code(Kind.REASON, code).map(c -> c.text());
        if (text.isEmpty()) return replies.refused(new Word.CodeUnknown("RT:R:" + code));
        return prompts.reasoned(pending, text.get());
    }

    /// What the desk's buttons do: the unit comes in hand, and a reason is asked for.
    Answer settle(UnitId unit, String dispute, Settlement how) throws RecordProblem {
        units.show(unit);
        return cases.settle(dispute, how);
    }

    private Answer cancel() throws RecordProblem {
        if (!(context.pending() instanceof Pending.Nothing)) return prompts.cancelled();
        var running = tests.here();
        if (running.isEmpty())
            return replies.refused(tests.elsewhere().orElseGet(Word.NothingPending::new));
        var options = new ArrayList<Pending.Option>();
        for (var run : running)
            options.add(
                    prompts.option(
                            new Word.ChoiceAbort(run.test(), run.begun().at()),
                            () -> work.perform(new Intent.AbortTest(run.test()))));
        options.add(prompts.leave(new Word.LeftAsItIs()));
        return prompts.choose(new Word.WhichToEnd(), options);
    }

    /// The next test, the one that is named, or one once more where none is missing.
    private Answer test(Optional<String> named) throws RecordProblem {
        var again = named.isEmpty() ? tests.repeatable() : List.<TestSpec>of();
        if (again.isEmpty()) return tests.test(named);
        var options = new ArrayList<Pending.Option>();
        for (var t : again.subList(0, Math.min(8, again.size())))
            options.add(
                    prompts.option(
                            new Word.ChoiceTest(t.id()), () -> tests.test(Optional.of(t.id()))));
        options.add(prompts.leave(new Word.LeftAsItIs()));
        return prompts.confirm(new Word.AllTestsDone(), options);
    }

    /// What was done last may be a question that was opened: nothing is recorded of it yet.
    private Answer undo() throws RecordProblem {
        return context.pending() instanceof Pending.Nothing ? undo.last() : prompts.cancelled();
    }

    /// The next line is not in order, or, where none is open, one that was answered before.
    private Answer notOk() throws RecordProblem {
        var answered = tests.answeredSteps();
        if (answered.isEmpty()) return tests.answerStep(Checked.Answer.NOT_OK);
        var options = new ArrayList<Pending.Option>();
        for (var step : answered.subList(0, Math.min(8, answered.size())))
            options.add(prompts.option(new Word.ChoiceStep(step.text()), () -> tests.notOk(step)));
        options.add(prompts.leave(new Word.LeftAsItIs()));
        return prompts.choose(new Word.WhichNotOk(), options);
    }

    private Answer confirm() {
        if (context.pending() instanceof Pending.Again a) return prompts.confirmed(a);
        return replies.refused(new Word.NothingPending());
    }
}
