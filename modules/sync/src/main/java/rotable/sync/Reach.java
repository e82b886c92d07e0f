// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.List;
import rotable.exchange.Central;
import rotable.exchange.CentralProblem;
import rotable.exchange.Placed;

/// How many entries are asked for at once: fewer after the line broke under a pull, since one that
/// breaks after some bytes would bring nothing ever; twice as many after each that came.
final class Reach {
    private static final int MOST = 1_000;
    private static final int FEWEST = 10;

    private int most = MOST;

    /// @param wanted how many the bench would take in at once
    List<Placed> pulled(Central central, long after, int wanted) throws CentralProblem {
        int asked = Math.min(most, wanted);
        most = Math.max(FEWEST, asked / 4);
        var placed = central.pull(after, asked);
        most = Math.min(MOST, asked * 2);
        return placed;
    }
}
