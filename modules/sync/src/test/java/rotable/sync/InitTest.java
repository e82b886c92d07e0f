// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;
import rotable.fact.IntakeFact;
import rotable.journal.Realm;

/// A centre that is laid out by somebody who owns its database and may create roles, and no more.
class InitTest {
    private static final List<String> REFUSED =
            List.of(
                    "SELECT * FROM rotable.journal",
                    "CREATE TABLE public.mine (a int)",
                    "SET ROLE keeper");

    @TempDir Path folder;

    @Test
    void needs_no_superuser() throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            prepare(server);
            var url = "jdbc:postgresql://localhost:%d/centre".formatted(server.getPort());
            var admin = new CentralAddress(url, Optional.of("keeper"));
            CentralKeeper.init(admin, "depot", Realm.RECORD);
            var role = CentralAddress.roleOf("depot", "B1");
            try (var one = Depot.open(folder, "B1");
                    var keeper = CentralKeeper.open(admin)) {
                for (var by : List.of("kim", "lee"))
                    keeper.admissions().enrol("depot", "B1", one.publicKey(), by);
                Depot.append(one, new IntakeFact.Noted(AtADepot.UNIT, Optional.empty(), "n"));
                var bench = new CentralAddress(url, Optional.of(role));
                new Exchange(one.replica(), Exchange.Work::run, "test", 200)
                        .run(() -> PostgresCentral.open(bench));
                var verified = keeper.verify("depot", Realm.RECORD, n -> {});
                assertEquals(Optional.empty(), verified.fault());
                assertEquals(one.replica().watermark().position(), verified.entries());
            }
            for (var sql : REFUSED) refused(url, role, sql);
            sentAway(admin, new CentralAddress(url, Optional.of(role)));
        }
    }

    /// What everybody may do in a database, and whose its schema is, is no part of a dump.
    @Test
    void a_database_that_was_restored_is_guarded_again_or_refused() throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            prepare(server);
            var url = "jdbc:postgresql://localhost:%d/centre".formatted(server.getPort());
            var admin = new CentralAddress(url, Optional.of("keeper"));
            CentralKeeper.init(admin, "depot", Realm.RECORD);
            var role = CentralAddress.roleOf("depot", "B1");
            try (var keeper = CentralKeeper.open(admin)) {
                for (var by : List.of("kim", "lee"))
                    keeper.admissions().enrol("depot", "B1", "ab".repeat(32), by);
            }
            run(url, "keeper", "GRANT ALL ON DATABASE centre TO PUBLIC");
            run(url, role, "CREATE TEMP TABLE mine (a int)");
            CentralKeeper.init(admin, "depot", Realm.RECORD);
            refused(url, role, "CREATE TEMP TABLE mine (a int)");
            run(url, "postgres", "ALTER SCHEMA rotable OWNER TO keeper");
            var why = assertThrows(CentralProblem.class, () -> CentralKeeper.open(admin));
            var said = String.valueOf(why.getMessage());
            assertTrue(said.contains("restored without its roles"), said);
        }
    }

    private static void run(String url, String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, role, null);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Over the line that it has, as well as over a new one.
    private static void sentAway(CentralAddress admin, CentralAddress bench) throws Exception {
        try (var keeper = CentralKeeper.open(admin);
                var line = PostgresCentral.open(bench)) {
            assertTrue(keeper.admissions().revoke("depot", "B1", "kim"));
            assertThrows(CentralProblem.class, () -> line.pull(0, 10));
            assertThrows(CentralProblem.class, () -> PostgresCentral.open(bench));
        }
    }

    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (var postgres = server.getPostgresDatabase().getConnection();
                var statement = postgres.createStatement()) {
            statement.execute("CREATE ROLE keeper LOGIN CREATEROLE");
            statement.execute("CREATE DATABASE centre OWNER keeper");
        }
    }

    private static void refused(String url, String role, String sql) throws SQLException {
        try (var bench = DriverManager.getConnection(url, role, null);
                var statement = bench.createStatement()) {
            var why = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            assertEquals("42501", why.getSQLState(), sql);
        }
    }
}
