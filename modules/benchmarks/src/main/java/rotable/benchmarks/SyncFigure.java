// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
import rotable.exchange.Placed;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;
import rotable.sync.PostgresCentral;

/// Batches of 1,000 entries to the centre, against COPY of the same rows into a table like the
/// centre's; and batches from the centre into a bench, against the same rows by plain JDBC batches
/// into tables like the bench's. The centre forces each commit to disk. Each pair takes turns.
// Both sides of two comparisons, and so longer than most.
final class SyncFigure {
    private static final int BATCHES = 30;
    private static final int WARM = 10;
    private static final int BATCH = 1_000;

    private final Durations push = new Durations();
    private final Durations copy = new Durations();
    private final Durations pull = new Durations();
    private final Durations plain = new Durations();

    void measure(Path folder) throws IOException, RecordProblem, CentralProblem, SQLException {
        try (var postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .start();
                var one = open(folder, "B1");
                var two = open(folder, "B2")) {
            var url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
            var admin = new CentralAddress(url, Optional.of("postgres"));
            CentralKeeper.init(admin, "depot", Realm.RECORD);
            try (var keeper = CentralKeeper.open(admin)) {
                for (var record : List.of(one, two))
                    for (var by : List.of("kim", "lee"))
                        keeper.admissions()
                                .enrol("depot", record.head().bench(), record.publicKey(), by);
            }
            record(one);
            up(one, as(url, "B1"), url);
            down(two, as(url, "B2"), folder);
            verify(admin);
        }
        report();
    }

    private void report() {
        System.out.println("push           " + push);
        System.out.println("copy           " + copy);
        System.out.printf(
                "ratio          %.2f of its rate (at least 0.5); %,.0f entries/s%n",
                copy.millis(0.5) / push.millis(0.5), BATCH * 1000 / push.millis(0.5));
        System.out.println("pull and apply " + pull);
        System.out.println("plain inserts  " + plain);
        System.out.printf(
                "ratio          %.2f of their rate (at least 0.5); %,.0f entries/s%n",
                plain.millis(0.5) / pull.millis(0.5), BATCH * 1000 / pull.millis(0.5));
    }

    /// Chains, hashes and signatures of all entries, as `rotable central verify` does it.
    private static void verify(CentralAddress admin) throws CentralProblem {
        try (var keeper = CentralKeeper.open(admin)) {
            keeper.verify("depot", Realm.RECORD, n -> {});
            var before = System.nanoTime();
            var verified = keeper.verify("depot", Realm.RECORD, n -> {});
            var took = (System.nanoTime() - before) / 1e9;
            System.out.printf(
                    "verify         %,d entries in %.2f s: %.0f s for a million (at most 60)%n",
                    verified.entries(), took, took * 1e6 / verified.entries());
            if (verified.fault().isPresent()) throw new IllegalStateException("not sound");
        }
    }

    private static CentralAddress as(String url, String bench) {
        return new CentralAddress(url, Optional.of(CentralAddress.roleOf("depot", bench)));
    }

    private static DerbyRecord open(Path folder, String bench) throws RecordProblem {
        return DerbyRecord.open(
                folder.resolve(bench),
                new BenchIdentity(Realm.RECORD, "depot", bench, "benchmarks"),
                InstantSource.system());
    }

    /// Commands of four entries, ten of them about each unit.
    private static void record(DerbyRecord record) throws RecordProblem {
        for (int c = 0; c < (BATCHES + WARM) * BATCH / 4; c++) {
            var unit = new UnitId(new PartId("ACME", "PSU-480-R3"), "K%07d".formatted(c / 10));
            var facts = new ArrayList<Fact>();
            for (int i = 0; i < 4; i++)
                facts.add(
                        new IntakeFact.Noted(unit, Optional.empty(), "output dead, no light " + i));
            var at = new Moment(Instant.now(), "b", 0, Optional.empty(), Optional.empty());
            record.append(new Draft(UUID.randomUUID(), "ana", Optional.empty(), at, facts));
        }
    }

    private void up(DerbyRecord record, CentralAddress address, String url)
            throws CentralProblem, RecordProblem, SQLException, IOException {
        try (var central = PostgresCentral.open(address);
                var admin = DriverManager.getConnection(url, "postgres", null)) {
            try (var s = admin.createStatement()) {
                s.execute("CREATE TABLE plain (LIKE rotable.journal INCLUDING ALL)");
            }
            var replica = record.replica();
            long position = 0;
            for (int i = 0; ; i++) {
                var parcel = replica.unsent(1_000);
                if (parcel.isEmpty()) return;
                var before = System.nanoTime();
                central.append(parcel.get());
                var took = System.nanoTime() - before;
                replica.sent(parcel.get());
                var alone = copied(admin, parcel.get(), position);
                position += parcel.get().lines().size();
                if (i < WARM || parcel.get().lines().size() < BATCH - 10) continue;
                push.add(took);
                copy.add(alone);
            }
        }
    }

    private static long copied(Connection admin, Parcel parcel, long position)
            throws SQLException, IOException {
        var text = new StringBuilder();
        var at = Instant.now().toString();
        for (var line : parcel.lines()) {
            var e = entry(line);
            var v = e.envelope();
            text.append("depot\t").append(++position).append('\t').append(v.bench());
            text.append('\t').append(v.epoch()).append('\t').append(v.seq());
            text.append("\t\\\\x").append(e.hash()).append('\t').append(v.command());
            text.append('\t').append(v.index()).append('\t').append(v.count());
            text.append("\t\\\\x")
                    .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_8)));
            text.append("\t\\\\x").append(e.hash()).append('\t').append(at).append('\n');
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var before = System.nanoTime();
        admin.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY plain FROM STDIN", new ByteArrayInputStream(bytes));
        return System.nanoTime() - before;
    }

    private static Entry entry(String line) {
        return EntryCodec.read(Realm.RECORD, line);
    }

    private void down(DerbyRecord record, CentralAddress address, Path folder)
            throws CentralProblem, RecordProblem, SQLException {
        var replica = record.replica();
        try (var central = PostgresCentral.open(address);
                var db = PlainTables.open(folder.resolve("plain"))) {
            for (int i = 0; ; i++) {
                var before = System.nanoTime();
                var after = replica.watermark();
                var placed = central.pull(after.position(), BATCH);
                if (placed.isEmpty()) return;
                replica.apply(replica.read(after, placed));
                var took = System.nanoTime() - before;
                var alone = inserted(db, placed);
                if (i < WARM || placed.size() < BATCH - 10) continue;
                pull.add(took);
                plain.add(alone);
            }
        }
    }

    // Plain JDBC is what is measured against: longer than most.
    private static long inserted(Connection db, List<Placed> placed) throws SQLException {
        var entries = placed.stream().map(p -> entry(p.line())).toList();
        var before = System.nanoTime();
        try (var e =
                        db.prepareStatement(
                                "INSERT INTO entry (arrival, hash, hash_key, type, line, position)"
                                        + " VALUES (?, ?, ?, ?, ?, ?)");
                var s = db.prepareStatement("INSERT INTO subject_entry VALUES (?, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                var v = entries.get(i).envelope();
                long no = placed.get(i).position();
                var hash = entries.get(i).hash();
                e.setLong(1, no);
                e.setString(2, hash);
                e.setString(3, hash.substring(0, 8));
                e.setString(4, v.type());
                e.setBytes(5, placed.get(i).line().getBytes(StandardCharsets.UTF_8));
                e.setLong(6, no);
                e.addBatch();
                for (var subject : v.subjects()) {
                    s.setString(1, subject.kind().name());
                    s.setString(2, subject.id());
                    s.setLong(3, no);
                    s.addBatch();
                }
            }
            e.executeBatch();
            s.executeBatch();
        }
        db.commit();
        return System.nanoTime() - before;
    }
}
