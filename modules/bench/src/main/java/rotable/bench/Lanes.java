// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.concurrent.Executor;

/// Where work runs: the bench lane is one thread, so the order of scans is the order of entries;
/// the side lane takes what is slow. The screen's lane belongs to the screen.
public record Lanes(Executor bench, Executor side) {
    /// Everything at once on the caller's thread: for the console and for tests.
    public static final Lanes DIRECT = new Lanes(Runnable::run, Runnable::run);
}
