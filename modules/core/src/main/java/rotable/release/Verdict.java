// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import rotable.fact.TestFact.TestEnded.Result;
import rotable.part.TestSpec;
import rotable.unit.TestRun;

/// Whether the values of a run are good, by the same rule the gate recomputes them with.
public final class Verdict {
    private Verdict() {}

    /// PASS when every measure has a reading within its limits, else FAIL.
    public static Result of(TestSpec test, TestRun run, String serial) {
        var good =
                test.measures().stream()
                        .allMatch(
                                m ->
                                        run.reading(m.name())
                                                .filter(r -> TestCriteria.holds(m, r, serial))
                                                .isPresent());
        return good ? Result.PASS : Result.FAIL;
    }
}
