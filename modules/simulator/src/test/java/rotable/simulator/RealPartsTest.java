// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rotable.exchange.CentralProblem;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.store.Fuse;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;
import rotable.sync.Exchange;
import rotable.sync.PostgresCentral;

/// The same deeds and the same bad lines on Derby and PostgreSQL: what stands in for the two in the
/// simulator answers as they do, and folds to the same.
class RealPartsTest {
    private static final int STEPS = 150;
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z"));

    @TempDir Path folder;

    private final Map<String, DerbyRecord> benches = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Queue<Wire.Late> late = new ArrayDeque<>();
    private final Centre memory = new Centre();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Random random;

    @SuppressWarnings("NullAway.Init")
    private Faults faults;

    /// Two in the build; `-Drotable.seeds.real=200` for more.
    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("rotable.seeds.real", 2));
    }

    private String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    private DerbyRecord open(String bench) throws RecordProblem {
        var identity = new BenchIdentity(Realm.RECORD, "depot", bench, "test");
        return DerbyRecord.open(folder.resolve(bench), identity, CLOCK);
    }

    private DerbyRecord bench(String name) {
        return requireNonNull(benches.get(name));
    }

    private void admit(String bench) throws RecordProblem, CentralProblem {
        benches.put(bench, open(bench));
        try (var keeper = CentralKeeper.open(admin())) {
            for (var by : List.of("kim", "lee"))
                keeper.admissions().enrol("depot", bench, bench(bench).publicKey(), by);
        }
        memory.admit(bench);
    }

    private CentralAddress admin() {
        return new CentralAddress(url(), Optional.of("postgres"));
    }

    private void exchange(String name) throws RecordProblem {
        var role = CentralAddress.roleOf("depot", name);
        try (var real = PostgresCentral.open(new CentralAddress(url(), Optional.of(role)))) {
            var both = new Both(real, memory.as(name), tokens);
            var wire = new Wire(() -> both, random, faults, new Fuse(), late);
            new Exchange(bench(name).replica(), Exchange.Work::run, "test", 1 + random.nextInt(60))
                    .run(() -> wire);
        } catch (CentralProblem e) {
            assertTrue(e.passing(), e.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void real_parts_do_the_same(long seed) throws Exception {
        random = new Random(seed);
        faults = new Faults(random);
        var deeds = new Deeds(random, fact -> true, entry -> {});
        try (var started = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            postgres = started;
            CentralKeeper.init(admin(), "depot", Realm.RECORD);
            for (var name : List.of("B1", "B2", "B3")) admit(name);
            deeds.publish(bench("B1"), CLOCK);
            for (int i = 0; i < STEPS; i++) step(deeds);
            faults.heal();
            for (int round = 0; round < 2; round++)
                for (var name : List.of("B1", "B2", "B3")) exchange(name);
            agree();
        } finally {
            benches.values().forEach(DerbyRecord::close);
        }
    }

    private void step(Deeds deeds) throws RecordProblem {
        var name = "B" + (1 + random.nextInt(3));
        if (random.nextInt(6) == 0) exchange(name);
        else if (random.nextInt(60) == 0) {
            bench(name).close();
            benches.put(name, open(name));
        } else deeds.act(bench(name), CLOCK);
    }

    private void agree() throws RecordProblem, CentralProblem {
        var states = new TreeSet<String>();
        for (var record : benches.values()) {
            var lines = new ArrayList<String>();
            record.lines(lines::add);
            assertEquals(memory.lines(), lines);
            assertEquals(Optional.empty(), record.verifyChains().damage());
            states.add(record.centralHash());
            var before = record.stateHash();
            record.rebuild();
            assertEquals(before, record.stateHash());
        }
        var inMemory = new Station("B9", random, CLOCK::instant, Duration.ZERO);
        inMemory.start();
        memory.admit("B9");
        new Exchange(inMemory.record().replica(), Exchange.Work::run, "test", 1_000)
                .run(() -> memory.as("B9"));
        states.add(inMemory.record().centralHash());
        assertEquals(1, states.size(), "not the same state");
    }
}
