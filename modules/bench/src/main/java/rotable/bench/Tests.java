// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.decision.Intent;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.identity.AssetId;
import rotable.part.CriteriaSet;
import rotable.part.Measure.Source;
import rotable.part.Step;
import rotable.part.TestSpec;
import rotable.record.RecordProblem;
import rotable.release.Verdict;
import rotable.unit.Order;
import rotable.unit.TestRun;

/// Tests and checklists by scan and value: which is next, what it waits for.
// Every step of a run, and so longer than most.
final class Tests {
    /// A decimal number, and a unit of measure after it if there is one.
    static final Pattern VALUE = Pattern.compile("([+-]?\\d+(?:[.,]\\d+)?)\\s*([^\\s\\d.,].*)?");

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Checklist checklist;
    private final MissingTests missing;

    Tests(Context context, Work work, Replies replies) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.checklist = new Checklist(context, work, replies);
        this.missing = new MissingTests(context);
    }

    private Optional<CriteriaSet> set() throws RecordProblem {
        var order = context.openOrder();
        return order.flatMap(o -> context.reference().set(o.set(), o.setVersion()));
    }

    /// Begins the named test, or the next one that the gate still asks for.
    Answer test(Optional<String> named) throws RecordProblem {
        var set = set();
        if (set.isEmpty()) return work.perform(new Intent.BeginTest(named.orElse("-"), none()));
        var running = waiting(set.get());
        if (named.isEmpty() && running.isPresent()) return askValue(set.get(), running.get());
        var next = named.isPresent() ? set.get().test(named.get()) : next(set.get());
        var timed = timed(set.get());
        if (next.isEmpty() && named.isEmpty() && timed.isPresent())
            return replies.say(Answer.Outcome.ALREADY, (Record) underWay(timed.get()));
        if (next.isPresent()) return begin(next.get());
        if (named.isPresent()) return work.perform(new Intent.BeginTest(named.get(), none()));
        var elsewhere = elsewhere();
        return elsewhere.isPresent()
                ? replies.refused(elsewhere.get())
                : replies.say(Answer.Outcome.ALREADY, new Word.AllTestsDone());
    }

    private static Word underWay(TestRun run) {
        return run.timer()
                .<Word>map(since -> new Word.TimerRuns(run.test(), since.at()))
                .orElseGet(() -> new Word.TimerWaits(run.test()));
    }

    private static Optional<AssetId> none() {
        return Optional.empty();
    }

    private Answer begin(TestSpec test) throws RecordProblem {
        if (test.equipment().isEmpty()) return begun(test, none());
        context.pending(new Pending.Equipment(test.id(), test.equipment().get()));
        return replies.ask(new Word.EquipmentNeeded(test.id(), test.equipment().get()));
    }

    private Answer begun(TestSpec test, Optional<AssetId> equipment) throws RecordProblem {
        var answer = work.perform(new Intent.BeginTest(test.id(), equipment));
        if (answer.outcome() != Answer.Outcome.DONE) return answer;
        context.nothingPending();
        var asks = asks().filter(a -> a.test().equals(test.id()));
        return asks.isPresent() ? replies.asking(asks.get(), answer) : answer;
    }

    /// The equipment's tag: for the test that waits for it, or for the next test that takes it.
    Answer equipment(AssetId asset) throws RecordProblem {
        var set = set();
        if (context.pending() instanceof Pending.Equipment e && set.isPresent())
            return begun(set.get().test(e.test()).orElseThrow(), Optional.of(asset));
        var kind = context.reference().equipment(asset).map(e -> e.kind()).orElse("");
        var step =
                set.isPresent() ? checklist.tool(set.get(), asset, kind) : Optional.<Answer>empty();
        if (step.isPresent()) return step.get();
        if (set.isEmpty()) return replies.refused(new Word.NotExpected(asset.value()));
        var test =
                missing.of(set.get()).stream()
                        .filter(t -> t.equipment().filter(kind::equals).isPresent())
                        .findFirst();
        if (test.isPresent()) return begun(test.get(), Optional.of(asset));
        var again = checklist.toolAgain(set.get(), asset, kind);
        return again.isPresent()
                ? again.get()
                : replies.refused(new Word.NotExpected(asset.value()));
    }

    private Optional<TestSpec> next(CriteriaSet set) throws RecordProblem {
        return missing.of(set).stream().findFirst();
    }

    /// The run that waits for a value from somebody: the one that was begun last.
    private Optional<TestRun> waiting(CriteriaSet set) throws RecordProblem {
        return here().reversed().stream().filter(r -> value(set, r).isPresent()).findFirst();
    }

    private static Optional<rotable.part.Measure> value(CriteriaSet set, TestRun run) {
        return set.test(run.test()).stream()
                .flatMap(t -> t.measures().stream())
                .filter(m -> m.source() != Source.TIMER)
                .filter(m -> run.reading(m.name()).isEmpty())
                .findFirst();
    }

    private Answer askValue(CriteriaSet set, TestRun run) {
        var m = value(set, run).orElseThrow();
        return replies.ask(new Word.NextValue(run.test(), m.name(), m.limits()));
    }

    /// What the bench asks for next in the tests, if it asks for a value.
    Optional<Word.NextValue> asks() throws RecordProblem {
        var set = set();
        if (set.isEmpty()) return Optional.empty();
        return waiting(set.get())
                .map(
                        r -> {
                            var m = value(set.get(), r).orElseThrow();
                            return new Word.NextValue(r.test(), m.name(), m.limits());
                        });
    }

    /// A typed value: for the run that waits for one, else for the step that demands one.
    Optional<Answer> typed(String text) throws RecordProblem {
        var set = set();
        if (set.isEmpty()) return Optional.empty();
        // Whoever scanned the tool was asked last for what it measures.
        var run =
                context.pending() instanceof Pending.Tool
                        ? Optional.<TestRun>empty()
                        : waiting(set.get());
        if (run.isPresent()) return Optional.of(measured(set.get(), run.get(), text));
        var step = checklist.typed(set.get(), text);
        return step.isPresent() ? step : elsewhere().map(replies::refused);
    }

    /// That the run which is under way is another bench's.
    Optional<Record> elsewhere() throws RecordProblem {
        var here = here();
        return running().reversed().stream()
                .filter(r -> !here.contains(r))
                .<Record>map(r -> new Word.BegunElsewhere(r.test(), r.begun().bench()))
                .findFirst();
    }

    private Answer measured(CriteriaSet set, TestRun run, String text) throws RecordProblem {
        var m = value(set, run).orElseThrow();
        var match = VALUE.matcher(text.strip());
        var number = m.source() == Source.INSTRUMENT && match.matches();
        var answer =
                work.perform(
                        new Intent.Measure(
                                run.test(),
                                number ? match.group(1).replace(',', '.') : text.strip(),
                                number && match.group(2) != null ? match.group(2) : ""));
        var more = asks().filter(a -> a.test().equals(run.test()));
        if (answer.outcome() != Answer.Outcome.DONE) return answer;
        return more.isPresent() ? replies.asking(more.get(), answer) : judged(run.test(), answer);
    }

    /// A run that failed says by which value.
    private Answer judged(String test, Answer answer) throws RecordProblem {
        var run = context.openOrder().flatMap(o -> o.runs(test).stream().reduce((a, b) -> b));
        var spec = set().flatMap(s -> s.test(test));
        if (run.flatMap(TestRun::result).filter(r -> r == Result.FAIL).isEmpty()) return answer;
        var serial = context.handId().orElseThrow().nameplate();
        var bad =
                Verdict.bad(spec.orElseThrow(), run.orElseThrow(), serial)
                        .map(
                                m ->
                                        new Word.TestFailed(
                                                test,
                                                m.name(),
                                                run.get().reading(m.name()),
                                                m.limits()));
        return bad.isEmpty()
                ? answer
                : replies.attention(bad.get(), List.of(new Answer.Reason("FAIL", bad.get())));
    }

    /// Whether a run is begun whose timer is not started.
    boolean timerWaits() throws RecordProblem {
        var set = set();
        return set.isPresent() && timed(set.get()).filter(r -> r.timer().isEmpty()).isPresent();
    }

    /// The runs under way that this bench goes on with.
    List<TestRun> here() throws RecordProblem {
        return context.openOrder().map(o -> o.running(context.bench)).orElse(List.of());
    }

    /// The runs that are under way, here or elsewhere.
    List<TestRun> running() throws RecordProblem {
        return context.openOrder().map(Order::running).orElse(List.of());
    }

    /// Whether nothing is left to begin: what is missing runs already.
    boolean onlyTimers() throws RecordProblem {
        var set = set();
        return set.isPresent() && next(set.get()).isEmpty();
    }

    /// The tests of the set, where none is missing and none waits for a value.
    List<TestSpec> repeatable() throws RecordProblem {
        var set = set();
        if (set.isEmpty() || !running().isEmpty() || next(set.get()).isPresent()) return List.of();
        return set.get().tests();
    }

    /// Answers the next open line of the checklist.
    Answer answerStep(Checked.Answer answer) throws RecordProblem {
        return checklist.answer(set(), answer);
    }

    /// The lines of the checklist that were answered, where none is open.
    List<Step> answeredSteps() throws RecordProblem {
        var set = set();
        if (set.isEmpty() || checklist.next(set.get()).isPresent()) return List.of();
        return checklist.answered(set.get());
    }

    /// A line that was answered before is not in order after all.
    Answer notOk(Step step) throws RecordProblem {
        return checklist.notOk(step);
    }

    /// That no line of the checklist is open.
    Record allStepsDone() throws RecordProblem {
        return checklist.allDone();
    }

    /// The next line of the checklists that nobody answered.
    Optional<Step> nextStep() throws RecordProblem {
        var set = set();
        return set.isEmpty() ? Optional.empty() : checklist.next(set.get());
    }

    /// Starts the timer of the run that has one; begins the next timed test if none is under way.
    Answer start() throws RecordProblem {
        var set = set();
        if (set.isEmpty()) return replies.refused(new Word.NoTimer());
        var run = timed(set.get());
        if (run.isPresent()) return work.perform(new Intent.StartTimer(run.get().test()));
        var next = missing.of(set.get()).stream().filter(t -> t.timed().isPresent()).findFirst();
        if (next.isEmpty()) return replies.refused(elsewhere().orElseGet(Word.NoTimedTest::new));
        var begun = begin(next.get());
        // Another test may still be asking for its value; that is no reason not to start.
        if (timed(set.get()).isEmpty()) return begun;
        return work.perform(new Intent.StartTimer(next.get().id()));
    }

    /// That the timer under way has not run as long as it must.
    Optional<Word> early() throws RecordProblem {
        var set = set();
        var run = set.isPresent() ? timed(set.get()) : Optional.<TestRun>empty();
        var since = run.flatMap(TestRun::timer);
        if (since.isEmpty()) return Optional.empty();
        var timed = set.orElseThrow().test(run.get().test()).flatMap(TestSpec::timed).orElseThrow();
        var ran = Duration.between(since.get().at(), context.clock.instant()).toMinutes();
        return timed.holds(BigDecimal.valueOf(ran))
                ? Optional.empty()
                : Optional.of(new Word.StopsEarly(run.get().test(), ran, timed.limits()));
    }

    Answer stop() throws RecordProblem {
        var set = set();
        var run = set.isPresent() ? timed(set.get()) : Optional.<TestRun>empty();
        if (run.isEmpty()) return replies.refused(elsewhere().orElseGet(Word.NoTimer::new));
        var test = run.get().test();
        var answer = work.perform(new Intent.StopTimer(test));
        return answer.outcome() == Answer.Outcome.DONE ? judged(test, answer) : answer;
    }

    private Optional<TestRun> timed(CriteriaSet set) throws RecordProblem {
        return here().reversed().stream()
                .filter(r -> set.test(r.test()).flatMap(TestSpec::timed).isPresent())
                .findFirst();
    }
}
