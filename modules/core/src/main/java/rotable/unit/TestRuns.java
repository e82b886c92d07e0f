// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rotable.fact.Reading;
import rotable.fact.TestFact;
import rotable.journal.Stamp;

/// Folds the test runs of an order.
final class TestRuns {
    private final List<TestRun> runs = new ArrayList<>();

    void apply(TestFact fact, Stamp stamp) {
        switch (fact) {
            case TestFact.TestBegun f ->
                    runs.add(
                            new TestRun(
                                    f.test(),
                                    f.equipment(),
                                    f.due(),
                                    stamp,
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty()));
            case TestFact.TimerStarted f -> change(f.test(), r -> started(r, stamp));
            case TestFact.Measured f -> change(f.test(), r -> measured(r, f.reading()));
            case TestFact.TestEnded f -> change(f.test(), r -> ended(r, f, stamp));
        }
    }

    /// Changes the newest run of a test that is under way.
    private void change(String test, UnaryOperator<TestRun> how) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            var run = runs.get(i);
            if (run.test().equals(test) && run.ended().isEmpty()) {
                runs.set(i, how.apply(run));
                return;
            }
        }
    }

    private static TestRun started(TestRun r, Stamp stamp) {
        return new TestRun(
                r.test(),
                r.equipment(),
                r.due(),
                r.begun(),
                Optional.of(stamp),
                r.readings(),
                r.result(),
                r.ended());
    }

    private static TestRun measured(TestRun r, Reading reading) {
        var readings = new ArrayList<>(r.readings());
        readings.removeIf(x -> x.measure().equals(reading.measure()));
        readings.add(reading);
        return new TestRun(
                r.test(),
                r.equipment(),
                r.due(),
                r.begun(),
                r.timer(),
                readings,
                r.result(),
                r.ended());
    }

    private static TestRun ended(TestRun r, TestFact.TestEnded f, Stamp stamp) {
        return new TestRun(
                r.test(),
                r.equipment(),
                r.due(),
                r.begun(),
                r.timer(),
                r.readings(),
                Optional.of(f.result()),
                Optional.of(stamp));
    }

    List<TestRun> runs() {
        return List.copyOf(runs);
    }
}
