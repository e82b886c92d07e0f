// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import rotable.exchange.Central;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// Keeps a bench in step with the centre for as long as the program runs: over one line, as soon as
/// there is something to send or a hint that there is something to take in, and every 15 seconds
/// without one. When the line or the centre fails it is tried again after a random time, up to
/// twice as long after each failure, half a minute at most; where trying again does not help, it
/// waits to be asked.
public final class Synchroniser {
    private static final int POLL_MILLIS = 15_000;

    /// How long it may take until something to send is noticed.
    private static final int LOOK_MILLIS = 50;

    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 30_000;

    private final Exchange exchange;
    private final Exchange.Line line;
    private final Consumer<Told> told;
    private final RandomGenerator random;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore retries = new Semaphore(0);
    private volatile boolean stopped;
    private int failures;

    /// How the exchange is.
    public sealed interface Told {
        /// Both have everything.
        ///
        /// @param sent entries that went to the centre in this round
        /// @param received entries that came from there
        record InStep(long sent, long received) implements Told {}

        /// It did not work.
        record Failed(CentralProblem why) implements Told {}

        /// The bench's own record failed.
        record Broken(RecordProblem why) implements Told {}
    }

    public Synchroniser(
            Exchange exchange, Exchange.Line line, Consumer<Told> told, RandomGenerator random) {
        this.exchange = exchange;
        this.line = line;
        this.told = told;
        this.random = random;
    }

    /// There is something to send. Where the line failed, that is no reason to hurry.
    public void nudge() {
        if (nudges.availablePermits() == 0) nudges.release();
    }

    /// Somebody asks for an exchange now.
    public void retry() {
        if (retries.availablePermits() == 0) retries.release();
        nudge();
    }

    /// Ends the loop; what is under way is finished.
    public void stop() {
        stopped = true;
        retry();
    }

    /// Goes on until it is stopped.
    public void run() throws InterruptedException {
        while (!stopped) {
            try (var central = line.open()) {
                exchange.greet(central);
                inStep(central);
            } catch (CentralProblem e) {
                told.accept(new Told.Failed(e));
                // A line that breaks again and again brings it on all the same.
                if (exchange.moved()) failures = 0;
                if (e.passing()) pause(++failures);
                else asked();
            } catch (RecordProblem e) {
                told.accept(new Told.Broken(e));
                asked();
            } catch (RuntimeException e) {
                // A mistake of ours must not end the exchange without a word.
                System.getLogger("rotable.sync").log(System.Logger.Level.ERROR, "exchange", e);
                told.accept(new Told.Broken(new RecordProblem(Kind.OTHER, e.toString(), e)));
                asked();
            }
        }
    }

    private void inStep(Central central) throws CentralProblem, RecordProblem {
        while (!stopped) {
            var did = exchange.round(central);
            // A handshake alone is no sign that it works: what is sent may fail each time.
            failures = 0;
            told.accept(new Told.InStep(did.sent(), did.received()));
            for (int waited = 0; waited < POLL_MILLIS; waited += LOOK_MILLIS) {
                if (nudges.tryAcquire() || central.await(LOOK_MILLIS)) break;
            }
        }
    }

    /// Waits until somebody asks, from here on.
    private void asked() throws InterruptedException {
        if (stopped) return;
        retries.drainPermits();
        if (!stopped) retries.acquire();
    }

    /// Milliseconds that the pause after so many failures may last, 1 or more.
    static long longest(int failures) {
        return Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures - 1, 20));
    }

    /// Full jitter: whatever failed for all benches at once is not asked by all at once again.
    private void pause(int failures) throws InterruptedException {
        var asked = retries.tryAcquire(random.nextLong(longest(failures)), TimeUnit.MILLISECONDS);
        System.getLogger("rotable.sync")
                .log(System.Logger.Level.DEBUG, asked ? "asked to try again" : "tries again");
    }
}
