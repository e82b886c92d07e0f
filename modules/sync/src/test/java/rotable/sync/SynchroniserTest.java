// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.sync.Synchroniser.Told;

/// Benches that are kept in step, each with its lane, while the centre goes away and comes back.
class SynchroniserTest {
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    @TempDir Path folder;

    /// A bench at work: its record is touched on its lane only.
    private static final class Running implements AutoCloseable {
        private final DerbyRecord record;
        private final ExecutorService lane = Executors.newSingleThreadExecutor();
        private final ExecutorService side = Executors.newVirtualThreadPerTaskExecutor();
        private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        private final Synchroniser synchroniser;

        Running(DerbyRecord record, CentralAddress address) {
            this.record = record;
            var exchange = new Exchange(record.replica(), new Lane(lane), "test", 100);
            synchroniser =
                    new Synchroniser(
                            exchange,
                            () -> PostgresCentral.open(address),
                            told::add,
                            RandomGenerator.of("L64X128MixRandom"));
            side.execute(
                    () -> {
                        try {
                            synchroniser.run();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }

        void append(Fact fact) {
            on(() -> Depot.append(record, fact));
            synchroniser.nudge();
        }

        <T> T on(Exchange.Work<T> work) {
            try {
                return new Lane(lane).at(work);
            } catch (RecordProblem e) {
                throw new IllegalStateException(e);
            }
        }

        int notes() {
            return on(() -> record.unit(UNIT)).history().size();
        }

        Told next(Predicate<Told> wanted) throws InterruptedException {
            while (true) {
                var said = told.poll(30, TimeUnit.SECONDS);
                if (said == null) throw new AssertionError("nothing was told");
                if (wanted.test(said)) return said;
            }
        }

        @Override
        public void close() {
            synchroniser.stop();
            side.close();
            lane.close();
            record.close();
        }
    }

    private static Fact note(String text) {
        return new IntakeFact.Noted(UNIT, Optional.empty(), text);
    }

    private static boolean inStep(Told t) {
        return t instanceof Told.InStep;
    }

    private static void until(Running bench, int notes) throws InterruptedException {
        while (bench.notes() < notes)
            bench.next(t -> t instanceof Told.InStep s && s.received() > 0);
        assertEquals(notes, bench.notes());
    }

    @Test
    void what_one_records_the_other_has_soon_and_after_the_centre_was_away() throws Exception {
        try (var depot = new Depot(folder)) {
            var first = depot.admitted("B1");
            var second = depot.admitted("B2");
            try (var one = new Running(first, depot.as("B1"));
                    var two = new Running(second, depot.as("B2"))) {
                one.next(SynchroniserTest::inStep);
                two.next(SynchroniserTest::inStep);
                one.append(note("a"));
                until(two, 1);
                depot.stopCentre();
                one.append(note("b"));
                two.append(note("c"));
                var failed =
                        assertInstanceOf(
                                Told.Failed.class, one.next(t -> t instanceof Told.Failed));
                assertEquals(Kind.UNREACHABLE, failed.why().kind(), failed.why().getMessage());
                two.next(t -> t instanceof Told.Failed);
                assertEquals(2, one.notes());
                assertEquals(1, one.on(first::waiting));
                depot.startCentre();
                until(one, 3);
                until(two, 3);
            }
        }
    }

    @Test
    void what_trying_again_does_not_mend_waits_to_be_asked() throws Exception {
        try (var depot = new Depot(folder)) {
            var record = depot.admitted("B1");
            try (var keeper = CentralKeeper.open(depot.admin)) {
                keeper.admissions().revoke("depot", "B1", "kim");
            }
            try (var one = new Running(record, depot.as("B1"))) {
                one.next(SynchroniserTest::refused);
                assertEquals(null, one.told.poll(2, TimeUnit.SECONDS));
                one.append(note("goes on"));
                assertEquals(null, one.told.poll(2, TimeUnit.SECONDS), "it was not asked");
                one.synchroniser.retry();
                one.next(SynchroniserTest::refused);
            }
        }
    }

    private static boolean refused(Told t) {
        return t instanceof Told.Failed(CentralProblem why) && why.kind() == Kind.REFUSED;
    }
}
