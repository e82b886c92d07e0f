// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;
import rotable.fact.Fact;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.sync.Admissions.Admission;
import rotable.testkit.Folders;

/// A depot for tests: a real centre, and benches with records of their own.
final class Depot implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z"));

    private static @Nullable Path laidOut;
    private static @Nullable Path tables;

    final CentralAddress admin;
    private EmbeddedPostgres postgres;
    private final int port;
    private final Path folder;
    private final Map<String, String> server;

    Depot(Path folder) throws IOException, CentralProblem {
        this(folder, "off");
    }

    /// @param server settings of the centre's server
    Depot(Path folder, Map<String, String> server) throws IOException, CentralProblem {
        this.folder = folder;
        this.server = server;
        Folders.copy(laidOut(), folder.resolve("centre"));
        postgres = centre(0);
        port = postgres.getPort();
        admin = new CentralAddress(url(), Optional.of("postgres"));
    }

    /// A centre with its schema and an empty depot: made once, because that takes some seconds.
    private static synchronized Path laidOut() throws IOException, CentralProblem {
        if (laidOut == null) {
            var data = Files.createTempDirectory(Path.of("target"), "centre-");
            try (var first = server(data).start()) {
                var url = "jdbc:postgresql://localhost:%d/postgres".formatted(first.getPort());
                var admin = new CentralAddress(url, Optional.of("postgres"));
                CentralKeeper.init(admin, "depot", Realm.RECORD);
            }
            laidOut = data;
        }
        return laidOut;
    }

    /// The empty tables of a bench: made once, too.
    private static synchronized Path tables() throws IOException {
        if (tables == null) {
            var at = Files.createTempDirectory(Path.of("target"), "bench-").resolve("db");
            var database = new EmbeddedDataSource();
            database.setDatabaseName(at.toString());
            database.setCreateDatabase("create");
            database.setUser("rotable");
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:rotable/store/migrations")
                    .load()
                    .migrate();
            database.setShutdownDatabase("shutdown");
            assertThrows(SQLException.class, database::getConnection);
            tables = at;
        }
        return tables;
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    /// @param fsync whether the centre forces its commits: `on` or `off`
    Depot(Path folder, String fsync) throws IOException, CentralProblem {
        this(folder, Map.of("fsync", fsync));
    }

    private EmbeddedPostgres centre(int at) throws IOException {
        var builder = server(folder.resolve("centre"));
        server.forEach(builder::setServerConfig);
        if (at > 0) builder.setPort(at);
        return builder.start();
    }

    /// The centre's computer is switched off.
    void stopCentre() throws IOException {
        postgres.close();
    }

    /// And on again.
    void startCentre() throws IOException {
        postgres = centre(port);
    }

    int port() {
        return port;
    }

    /// The power of the centre's computer fails, and comes back.
    void killCentre() throws IOException, InterruptedException {
        var pid = Files.readAllLines(folder.resolve("centre/postmaster.pid")).getFirst().strip();
        var main = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        var workers = main.descendants().toList();
        main.destroyForcibly();
        for (var w : workers) w.destroyForcibly();
        while (main.isAlive() || workers.stream().anyMatch(ProcessHandle::isAlive))
            Thread.sleep(20);
        postgres.close();
        Files.deleteIfExists(folder.resolve("centre/postmaster.pid"));
        startCentre();
    }

    /// Somebody who owns the server changes what its triggers guard.
    void tamper(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url(), "postgres", null);
                var statement = owner.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    CentralAddress as(String bench) {
        return new CentralAddress(url(), Optional.of(CentralAddress.roleOf("depot", bench)));
    }

    /// A bench that two people admitted.
    DerbyRecord admitted(String bench) throws RecordProblem, CentralProblem {
        return admitted(folder, bench);
    }

    DerbyRecord admitted(Path at, String bench) throws RecordProblem, CentralProblem {
        var record = open(at, bench);
        try (var keeper = CentralKeeper.open(admin)) {
            assertEquals(
                    Admission.PROPOSED,
                    keeper.admissions().enrol("depot", bench, record.publicKey(), "kim"));
            assertEquals(
                    Admission.ADMITTED,
                    keeper.admissions().enrol("depot", bench, record.publicKey(), "lee"));
        }
        return record;
    }

    DerbyRecord open(String bench) throws RecordProblem {
        return open(folder, bench);
    }

    /// A bench whose data lie in another folder.
    static DerbyRecord open(Path folder, String bench) throws RecordProblem {
        try {
            var data = Files.createDirectories(folder.resolve(bench));
            if (!DerbyRecord.isIn(data)) Folders.copy(tables(), data.resolve("db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DerbyRecord.open(
                folder.resolve(bench),
                new BenchIdentity(Realm.RECORD, "depot", bench, "test"),
                CLOCK);
    }

    /// One exchange of a bench with the centre.
    Exchange.Exchanged exchange(DerbyRecord record) throws CentralProblem, RecordProblem {
        var bench = record.head().bench();
        return new Exchange(record.replica(), Exchange.Work::run, "test", 200)
                .run(() -> PostgresCentral.open(as(bench)));
    }

    static List<Entry> append(DerbyRecord record, Fact... facts) throws RecordProblem {
        var moment = new Moment(CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        return record.append(
                new Draft(UUID.randomUUID(), "ana", Optional.empty(), moment, List.of(facts)));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
