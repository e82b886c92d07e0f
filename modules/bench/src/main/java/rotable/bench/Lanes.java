// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Where work runs: the bench lane is one thread, so the order of scans is the order of entries;
/// the side lane takes what is slow. The screen's lane belongs to the screen.
public record Lanes(Executor bench, Executor side) {
    /// Everything on the caller's thread, one after the other, done when the call returns: for the
    /// console and for tests.
    public static Lanes direct() {
        var caller = new Caller();
        return new Lanes(caller, caller);
    }

    /// Runs what it is given on the caller's thread; what is given while something runs waits for
    /// its turn, as it would on a thread of its own.
    private static final class Caller implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean running;

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
            if (running) return;
            running = true;
            try {
                while (!waiting.isEmpty()) waiting.removeFirst().run();
            } finally {
                running = false;
            }
        }
    }
}
