// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import java.util.Arrays;

/// Durations of one kind of act, in nanoseconds, and their percentiles.
final class Durations {
    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /// The duration in milliseconds below which that share of all lies.
    ///
    /// @param share from 0 to 1
    double millis(double share) {
        if (count == 0) throw new IllegalStateException("nothing was measured");
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
    }

    /// How many lasted longer.
    long above(double millis) {
        return Arrays.stream(nanos, 0, count).filter(n -> n > millis * 1e6).count();
    }

    @Override
    public String toString() {
        return "median %.2f ms, p99 %.2f ms, worst %.2f ms, n = %d"
                .formatted(millis(0.5), millis(0.99), millis(1), count);
    }
}
