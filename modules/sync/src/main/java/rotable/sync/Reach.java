// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

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

    /// So many are about to go; unless they came through, it will be a quarter of them.
    void tries(int entries) {
        most = Math.max(FEWEST, entries / 4);
    }

    /// So many came through.
    void came(int entries) {
        most = Math.clamp(entries * 2L, most, MOST);
    }
}
