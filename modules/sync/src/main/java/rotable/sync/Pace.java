// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.function.LongSupplier;

/// How many entries are taken in at a time. A scan waits for as long as that takes, so where it
/// takes long it becomes fewer, on a slow disk as on a busy machine; where it is quick, more.
public final class Pace {
    private static final int FEWEST = 20;
    private static final long LONG_NANOS = 25_000_000;
    private static final long SHORT_NANOS = 15_000_000;

    private final LongSupplier nanos;
    private final int most;
    private volatile int size;

    private Pace(int size, int most, LongSupplier nanos) {
        this.size = size;
        this.most = most;
        this.nanos = nanos;
    }

    /// Always about that many, 1 to 1,000: where nobody waits.
    public static Pace steady(int size) {
        return new Pace(size, size, () -> 0);
    }

    /// At first that many, and at most so many, of 1,000.
    public static Pace adapting(int size, int most) {
        return new Pace(size, most, System::nanoTime);
    }

    int size() {
        return size;
    }

    long begin() {
        return nanos.getAsLong();
    }

    /// What was begun then is done.
    void done(long begun) {
        var took = nanos.getAsLong() - begun;
        if (took > LONG_NANOS) size = Math.min(size, Math.max(FEWEST, size / 2));
        else if (took < SHORT_NANOS) size = Math.min(most, size + size / 4 + 1);
    }
}
