// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcels;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;
import rotable.sync.Exchange;
import rotable.sync.Lane;
import rotable.sync.Pace;
import rotable.sync.PostgresCentral;
import rotable.sync.Synchroniser;

/// A whole depot: fifty benches that send at once, a new bench that takes in everything that they
/// sent while somebody works at it, and how soon one bench sees what another recorded. The centre
/// forces each commit to disk.
// Three figures of one depot, and so longer than most.
final class DepotFigure {
    private static final int BENCHES = 50;
    private static final int ENTRIES = Integer.getInteger("rotable.depot.entries", 20_000);
    private static final int SEEN = 60;
    private static final int PAUSE = 30;
    private static final int SLICE = 20;

    private final Durations batches = new Durations();

    void measure(Path folder)
            throws IOException,
                    RecordProblem,
                    CentralProblem,
                    InterruptedException,
                    ExecutionException {
        try (var postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start()) {
            var url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
            var admin = new CentralAddress(url, Optional.of("postgres"));
            CentralKeeper.init(admin, "depot", Realm.RECORD);
            sendAll(admin, url);
            takeIn(folder, admin, url);
            see(folder, admin, url);
        }
    }

    private static void admit(CentralAddress admin, String bench, String key)
            throws CentralProblem {
        try (var keeper = CentralKeeper.open(admin)) {
            for (var by : List.of("kim", "lee")) keeper.admissions().enrol("depot", bench, key, by);
        }
    }

    private static PostgresCentral line(String url, String bench) throws CentralProblem {
        var role = CentralAddress.roleOf("depot", bench);
        return PostgresCentral.open(new CentralAddress(url, Optional.of(role)));
    }

    private void sendAll(CentralAddress admin, String url)
            throws CentralProblem, InterruptedException, ExecutionException {
        for (int b = 0; b < BENCHES; b++) admit(admin, "V" + b, "%064x".formatted(b + 1));
        var begun = System.nanoTime();
        var ends = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(BENCHES)) {
            var all = new ArrayList<Future<Double>>();
            for (int b = 0; b < BENCHES; b++) {
                int bench = b;
                all.add(threads.submit(() -> send(url, bench, begun)));
            }
            for (var end : all) ends.add(end.get());
        }
        var took = (System.nanoTime() - begun) / 1e9;
        ends.sort(Double::compare);
        System.out.printf(
                "50 benches     %,d entries in %.0f s, sealing included: %,.0f entries/s%n",
                BENCHES * ENTRIES, took, BENCHES * ENTRIES / took);
        System.out.println("  a batch      " + batches);
        System.out.printf(
                "  none starved the first was done after %.0f s, the last after %.0f s%n",
                ends.getFirst(), ends.getLast());
    }

    private double send(String url, int bench, long begun) throws CentralProblem {
        var name = "V" + bench;
        var sealer = new Sealer(Realm.RECORD, "depot", "bench", () -> UUID.randomUUID().toString());
        var head = new Head(name, UUID.randomUUID().toString(), 1, 0, Sha256.NONE);
        try (var central = line(url, name)) {
            for (int sent = 0; sent < ENTRIES; ) {
                var batch = new ArrayList<Entry>();
                while (batch.size() < 500 && sent < ENTRIES) {
                    var sealed = sealer.seal(head, 0, command(name, head, bench));
                    batch.addAll(sealed);
                    sent += sealed.size();
                    var last = sealed.getLast();
                    head = new Head(name, head.epoch(), 1, last.envelope().seq(), last.hash());
                }
                for (var parcel : Parcels.of(batch)) {
                    var before = System.nanoTime();
                    central.append(parcel);
                    var took = System.nanoTime() - before;
                    synchronized (batches) {
                        batches.add(took);
                    }
                }
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /// Commands of four entries, five of them about each unit.
    private static Draft command(String bench, Head head, int n) {
        var at = new Moment(Instant.now(), "b", 0, Optional.empty(), Optional.empty());
        var facts = new ArrayList<Fact>();
        if (head.seq() == 0)
            facts.add(
                    new BenchFact.EpochBegun(
                            bench, "enrolled", Optional.empty(), "%064x".formatted(n + 1)));
        else
            for (int i = 0; i < 4; i++)
                facts.add(
                        new IntakeFact.Noted(
                                unit(n, head.seq() / 20), Optional.empty(), "no light " + i));
        return new Draft(UUID.randomUUID(), "ana", Optional.empty(), at, facts);
    }

    private static UnitId unit(int bench, long n) {
        return new UnitId(new PartId("ACME", "PSU-480-R3"), "K%02d%05d".formatted(bench, n));
    }

    private static DerbyRecord open(Path folder, String bench) throws RecordProblem {
        return DerbyRecord.open(
                folder.resolve(bench),
                new BenchIdentity(Realm.RECORD, "depot", bench, "benchmarks"),
                InstantSource.system());
    }

    /// A new bench, on whose lane somebody works meanwhile: what a step waits there is what the
    /// exchange holds it up.
    private static void takeIn(Path folder, CentralAddress admin, String url)
            throws RecordProblem, CentralProblem {
        var waits = new Durations();
        try (var record = open(folder, "N1");
                var lane = Executors.newSingleThreadExecutor();
                var scans = Executors.newSingleThreadScheduledExecutor()) {
            admit(admin, "N1", record.publicKey());
            var working =
                    scans.scheduleAtFixedRate(
                            () -> waits.add(waited(lane)), 20, 20, TimeUnit.MILLISECONDS);
            var before = System.nanoTime();
            var did =
                    new Exchange(record.replica(), new Lane(lane), "bench", pace(), (a, b) -> {})
                            .run(() -> line(url, "N1"));
            var took = (System.nanoTime() - before) / 1e9;
            working.cancel(false);
            scans.shutdown();
            System.out.printf(
                    "new bench      %,d entries in %.0f s: %,.0f entries/s%n",
                    did.received(), took, did.received() / took);
            System.out.printf(
                    "  a scan waits %s (at most 100: %d longer)%n", waits, waits.above(100));
        }
    }

    /// As a window has it.
    private static Pace pace() {
        return Pace.adapting(SLICE, 20 * SLICE);
    }

    private static long waited(Executor lane) {
        var before = System.nanoTime();
        CompletableFuture.runAsync(() -> {}, lane).join();
        return System.nanoTime() - before;
    }

    private static <T> T done(Exchange.Work<T> work) {
        try {
            return work.run();
        } catch (RecordProblem e) {
            throw new CompletionException(e);
        }
    }

    /// One bench records, and the other has it.
    private static void see(Path folder, CentralAddress admin, String url)
            throws RecordProblem, CentralProblem, InterruptedException {
        var seen = new Durations();
        var inStep = new Durations();
        Durations alone;
        try (var one = open(folder, "S1");
                var two = open(folder, "N1");
                var lane1 = Executors.newSingleThreadExecutor();
                var lane2 = Executors.newSingleThreadExecutor()) {
            admit(admin, "S1", one.publicKey());
            new Exchange(one.replica(), Exchange.Work::run, "bench", 1_000)
                    .run(() -> line(url, "S1"));
            alone = alone(one, lane1);
            var sending = always(one, new Lane(lane1), () -> line(url, "S1"));
            var seeing = always(two, new Lane(lane2), () -> line(url, "N1"));
            var threads = List.of(new Thread(() -> run(sending)), new Thread(() -> run(seeing)));
            threads.forEach(Thread::start);
            Thread.sleep(2_000);
            for (int i = 0; i < SEEN; i++) {
                seen.add(one(one, lane1, inStep, sending, two, lane2, unit(99, i)));
                Thread.sleep(PAUSE);
            }
            sending.stop();
            seeing.stop();
            for (var t : threads) t.join();
        }
        tell(seen, alone, inStep);
    }

    private static void tell(Durations seen, Durations alone, Durations inStep) {
        System.out.println("seen elsewhere " + seen + " (median at most 300)");
        System.out.println("local commit   " + alone + " without a centre");
        System.out.println("               " + inStep + " in step with one");
        System.out.printf(
                "  ratio        %.2f of the medians%n", inStep.millis(0.5) / alone.millis(0.5));
    }

    private static long one(
            DerbyRecord one,
            Executor lane1,
            Durations inStep,
            Synchroniser sending,
            DerbyRecord two,
            Executor lane2,
            UnitId unit)
            throws InterruptedException {
        var before = System.nanoTime();
        inStep.add(recorded(one, lane1, unit));
        sending.nudge();
        while (CompletableFuture.supplyAsync(() -> done(() -> two.unit(unit)), lane2)
                .join()
                .isUnknown()) Thread.sleep(1);
        return System.nanoTime() - before;
    }

    /// What a command takes at a bench that exchanges with nobody.
    private static Durations alone(DerbyRecord record, Executor lane) throws InterruptedException {
        var alone = new Durations();
        for (int i = 0; i < SEEN; i++) {
            alone.add(recorded(record, lane, unit(98, i)));
            Thread.sleep(PAUSE);
        }
        return alone;
    }

    /// How long a command takes from when somebody gave it until it is recorded.
    private static long recorded(DerbyRecord record, Executor lane, UnitId unit) {
        var at = new Moment(Instant.now(), "b", 0, Optional.empty(), Optional.empty());
        var note = new IntakeFact.Noted(unit, Optional.empty(), "seen");
        var draft = new Draft(UUID.randomUUID(), "ana", Optional.empty(), at, List.of(note));
        var before = System.nanoTime();
        CompletableFuture.supplyAsync(() -> done(() -> record.append(draft)), lane).join();
        return System.nanoTime() - before;
    }

    private static Synchroniser always(DerbyRecord record, Exchange.Desk desk, Exchange.Line line) {
        var exchange = new Exchange(record.replica(), desk, "bench", pace(), (a, b) -> {});
        return new Synchroniser(exchange, line, told -> {}, RandomGenerator.getDefault());
    }

    private static void run(Synchroniser synchroniser) {
        try {
            synchroniser.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
