// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import rotable.fact.Reading;
import rotable.fact.TestFact;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.journal.Stamp;

/// Folds the test runs of an order. Two benches that know of one run may both go on with it without
/// knowing of each other: what each of them saw is a run of its own then, and neither result hides
/// the other.
final class TestRuns {
    private final List<Run> runs = new ArrayList<>();

    /// A value, and where it was recorded.
    private record Taken(Reading reading, Stamp stamp) {}

    /// One run as somebody saw it.
    private static final class Run {
        private final TestFact.TestBegun fact;
        private final Stamp begun;
        private Optional<Stamp> timer = Optional.empty();
        private final List<Taken> taken = new ArrayList<>();
        private Optional<Result> result = Optional.empty();
        private Optional<Stamp> ended = Optional.empty();

        Run(TestFact.TestBegun fact, Stamp begun) {
            this.fact = fact;
            this.begun = begun;
        }

        boolean underWay() {
            return ended.isEmpty();
        }

        /// Whether somebody may go on with it who does not know of its end.
        boolean underWayTo(Stamp author) {
            return begun.precedes(author) && ended.filter(e -> e.precedes(author)).isEmpty();
        }

        /// Whether somebody knows all of it.
        boolean knownTo(Stamp author) {
            return begun.precedes(author)
                    && timer.filter(t -> !t.precedes(author)).isEmpty()
                    && taken.stream().allMatch(t -> t.stamp().precedes(author))
                    && ended.filter(e -> !e.precedes(author)).isEmpty();
        }

        /// What somebody knows of it.
        Run seenBy(Stamp author) {
            var seen = new Run(fact, begun);
            seen.timer = timer.filter(t -> t.precedes(author));
            for (var t : taken) if (t.stamp().precedes(author)) seen.taken.add(t);
            return seen;
        }

        void apply(TestFact said, Stamp stamp) {
            switch (said) {
                case TestFact.TestBegun f -> {}
                case TestFact.TimerStarted f -> timer = Optional.of(stamp);
                case TestFact.Measured f -> {
                    taken.removeIf(t -> t.reading().measure().equals(f.reading().measure()));
                    taken.add(new Taken(f.reading(), stamp));
                }
                case TestFact.TestEnded f -> {
                    result = Optional.of(f.result());
                    ended = Optional.of(stamp);
                }
            }
        }

        TestRun run() {
            return new TestRun(
                    fact.test(),
                    fact.equipment(),
                    fact.due(),
                    begun,
                    timer,
                    taken.stream().map(Taken::reading).toList(),
                    result,
                    ended);
        }
    }

    void apply(TestFact fact, Stamp stamp) {
        switch (fact) {
            case TestFact.TestBegun f -> runs.add(new Run(f, stamp));
            case TestFact.TimerStarted f -> change(f.test(), f, stamp);
            case TestFact.Measured f -> change(f.test(), f, stamp);
            case TestFact.TestEnded f -> change(f.test(), f, stamp);
        }
    }

    /// Changes the newest run of a test that is under way, all of which the author knows, one that
    /// was begun at the author's bench before others; else what the author knows of the newest one
    /// that was under way there.
    private void change(String test, TestFact fact, Stamp stamp) {
        var known =
                runs.stream()
                        .filter(r -> r.fact.test().equals(test))
                        .filter(r -> r.underWay() && r.knownTo(stamp))
                        .toList();
        var own =
                known.stream()
                        .filter(r -> r.begun.bench().equals(stamp.bench()))
                        .reduce((a, b) -> b)
                        .or(() -> known.stream().reduce((a, b) -> b));
        if (own.isPresent()) {
            own.get().apply(fact, stamp);
            return;
        }
        newest(test, r -> r.underWayTo(stamp))
                .ifPresent(
                        other -> {
                            var seen = other.seenBy(stamp);
                            seen.apply(fact, stamp);
                            runs.add(seen);
                        });
    }

    private Optional<Run> newest(String test, Predicate<Run> wanted) {
        return runs.reversed().stream()
                .filter(r -> r.fact.test().equals(test))
                .filter(wanted)
                .findFirst();
    }

    List<TestRun> runs() {
        return runs.stream().map(Run::run).toList();
    }
}
