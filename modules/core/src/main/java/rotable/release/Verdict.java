// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.Optional;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.part.Measure;
import rotable.part.TestSpec;
import rotable.unit.TestRun;

/// Whether the values of a run are good, by the same rule the gate recomputes them with.
public final class Verdict {
    private Verdict() {}

    /// PASS when every measure has a reading within its limits, else FAIL.
    public static Result of(TestSpec test, TestRun run, String serial) {
        return bad(test, run, serial).isEmpty() ? Result.PASS : Result.FAIL;
    }

    /// The first measure without a reading within its limits.
    public static Optional<Measure> bad(TestSpec test, TestRun run, String serial) {
        return test.measures().stream()
                .filter(
                        m ->
                                run.reading(m.name())
                                        .filter(r -> TestCriteria.holds(m, r, serial))
                                        .isEmpty())
                .findFirst();
    }
}
