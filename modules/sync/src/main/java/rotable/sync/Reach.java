// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import rotable.exchange.CentralProblem;

/// How many entries go over a line at once: fewer after it broke, since one that breaks after some
/// bytes would bring nothing ever; twice as many after each time that they went through.
final class Reach {
    /// As many as the centre takes or gives at once.
    private static final int MOST = 1_000;

    private static final int FEWEST = 10;

    private int most = MOST;

    int most() {
        return most;
    }

    /// What brings entries over a line, or breaks with it.
    interface Carrying<T> {
        T carry() throws CentralProblem;
    }

    /// Brings as many over a line: a quarter of them the next time, unless they come through.
    <T> T over(int entries, Carrying<T> carrying) throws CentralProblem {
        most = Math.max(FEWEST, entries / 4);
        var carried = carrying.carry();
        most = Math.min(MOST, entries * 2);
        return carried;
    }
}
