// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.decision.Intent;
import rotable.fact.IntakeFact.Checked;
import rotable.identity.AssetId;
import rotable.part.CriteriaSet;
import rotable.part.Measure.Source;
import rotable.part.TestSpec;
import rotable.record.RecordProblem;
import rotable.release.Finding;
import rotable.release.Line;
import rotable.unit.Order;
import rotable.unit.TestRun;

/// Tests and checklists by scan and value: which is next, what it waits for.
final class Tests {
    /// A decimal number, and a unit of measure after it if there is one.
    static final Pattern VALUE = Pattern.compile("([+-]?\\d+(?:[.,]\\d+)?)\\s*(\\S.*)?");

    private final Context context;
    private final Work work;
    private final Replies replies;
    private final Checklist checklist;

    Tests(Context context, Work work, Replies replies) {
        this.context = context;
        this.work = work;
        this.replies = replies;
        this.checklist = new Checklist(context, work, replies);
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
        if (next.isEmpty())
            return named.isPresent()
                    ? work.perform(new Intent.BeginTest(named.get(), none()))
                    : replies.say(Answer.Outcome.ALREADY, new Word.AllTestsDone());
        return begin(next.get());
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
        var asks = asks();
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
                needed(set.get()).stream()
                        .filter(t -> t.equipment().filter(kind::equals).isPresent())
                        .findFirst();
        if (test.isEmpty()) return replies.refused(new Word.NotExpected(asset.value()));
        return begun(test.get(), Optional.of(asset));
    }

    /// Tests that the gate still asks for, in the order of the set, without those under way.
    private List<TestSpec> needed(CriteriaSet set) throws RecordProblem {
        var missing =
                context.world(List.of()).gate(Optional.empty()).stream()
                        .filter(Line::blocks)
                        .flatMap(l -> testOf(l.finding()).stream())
                        .toList();
        var running = context.openOrder().map(Order::running).orElse(List.of());
        return set.tests().stream()
                .filter(t -> missing.contains(t.id()))
                .filter(t -> running.stream().noneMatch(r -> r.test().equals(t.id())))
                .toList();
    }

    private static Optional<String> testOf(Finding finding) {
        return switch (finding) {
            case Finding.TestMissing f -> Optional.of(f.test());
            case Finding.TestWithoutPass f -> Optional.of(f.test());
            case Finding.EvidenceStale f -> Optional.of(f.test());
            case Finding.EvidenceConcurrent f -> Optional.of(f.test());
            case Finding.ValueOutOfLimits f -> Optional.of(f.test());
            case Finding.FailedAfterPass f -> Optional.of(f.test());
            case Finding.EquipmentUnknown f -> Optional.of(f.asset());
            default -> Optional.empty();
        };
    }

    private Optional<TestSpec> next(CriteriaSet set) throws RecordProblem {
        return needed(set).stream().findFirst();
    }

    /// The run that waits for a value from somebody.
    private Optional<TestRun> waiting(CriteriaSet set) throws RecordProblem {
        return context.openOrder().map(Order::running).orElse(List.of()).stream()
                .filter(r -> value(set, r).isPresent())
                .findFirst();
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
        var run = waiting(set.get());
        if (run.isPresent()) return Optional.of(measured(set.get(), run.get(), text));
        return checklist.typed(set.get(), text);
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
        if (answer.outcome() != Answer.Outcome.DONE || more.isEmpty()) return answer;
        return replies.asking(more.get(), answer);
    }

    /// Answers the next open line of the checklist.
    Answer answerStep(Checked.Answer answer) throws RecordProblem {
        return checklist.answer(set(), answer);
    }

    /// Starts the timer of the run that has one; begins the next timed test if none is under way.
    Answer start() throws RecordProblem {
        var set = set();
        if (set.isEmpty()) return work.perform(new Intent.StartTimer("-"));
        var run = timed(set.get());
        if (run.isPresent()) return work.perform(new Intent.StartTimer(run.get().test()));
        var next = needed(set.get()).stream().filter(t -> t.timed().isPresent()).findFirst();
        if (next.isEmpty()) return replies.say(Answer.Outcome.ALREADY, new Word.AllTestsDone());
        var begun = begin(next.get());
        // Another test may still be asking for its value; that is no reason not to start.
        if (timed(set.get()).isEmpty()) return begun;
        return work.perform(new Intent.StartTimer(next.get().id()));
    }

    Answer stop() throws RecordProblem {
        var set = set();
        var run = set.isPresent() ? timed(set.get()) : Optional.<TestRun>empty();
        return work.perform(new Intent.StopTimer(run.map(TestRun::test).orElse("-")));
    }

    private Optional<TestRun> timed(CriteriaSet set) throws RecordProblem {
        return context.openOrder().map(Order::running).orElse(List.of()).reversed().stream()
                .filter(r -> set.test(r.test()).flatMap(TestSpec::timed).isPresent())
                .findFirst();
    }
}
