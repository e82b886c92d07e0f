// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
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

/// What a bench may not do at the centre, as one that means ill would try it: with its own role,
/// and any SQL that it likes.
// One statement after the other, and so longer than most.
class HostileBenchTest {
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Depot depot;

    private static long positions;

    @SuppressWarnings("NullAway.Init")
    private Connection bench;

    @BeforeAll
    static void start() throws Exception {
        depot = new Depot(folder);
        try (var one = depot.admitted("B1");
                var two = depot.admitted("B2")) {
            Depot.append(one, new IntakeFact.Noted(UNIT, Optional.empty(), "n"));
            depot.exchange(one);
            depot.exchange(two);
            positions = two.replica().watermark().position();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        depot.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        bench = DriverManager.getConnection(depot.url(), "rotable-depot-B2", null);
    }

    /// Whatever was tried, the journal is what it was.
    @AfterEach
    void nothing_changed() throws SQLException {
        bench.close();
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT count(*), max(position) FROM rotable.journal")) {
            assertTrue(rows.next());
            assertEquals(positions, rows.getLong(1));
            assertEquals(positions, rows.getLong(2));
        }
    }

    private String refused(String sql) {
        var state =
                assertThrows(
                                SQLException.class,
                                () -> {
                                    try (var statement = bench.createStatement()) {
                                        statement.execute(sql);
                                    }
                                },
                                sql)
                        .getSQLState();
        return state;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM rotable.journal",
                "SELECT * FROM rotable.bench",
                "SELECT * FROM rotable.bench_key",
                "SELECT * FROM rotable.fork",
                "SELECT * FROM rotable.readmission",
                "SELECT * FROM rotable.pin_verifier",
                "DELETE FROM rotable.pin_verifier",
                "UPDATE rotable.depot SET refilling = true",
                "SELECT rotable.readable('{}')",
                "INSERT INTO rotable.journal SELECT * FROM rotable.journal",
                "UPDATE rotable.journal SET line = ''",
                "DELETE FROM rotable.journal",
                "TRUNCATE rotable.journal",
                "UPDATE rotable.bench_head SET seq = 0",
                "UPDATE rotable.depot SET position = 0",
                "UPDATE rotable.bench SET revoked_at = NULL",
                "INSERT INTO rotable.bench_key VALUES ('depot', 'B2', '', 'a', now(), 'b', now())",
                "COPY rotable.journal TO STDOUT",
                "BEGIN; LOCK TABLE rotable.depot",
                "ALTER TABLE rotable.journal DISABLE TRIGGER ALL",
                "DROP TRIGGER never ON rotable.journal",
                "ALTER TABLE rotable.journal ADD COLUMN more text",
                "DROP TABLE rotable.journal",
                "DROP SCHEMA rotable CASCADE",
                "CREATE TABLE rotable.mine (a int)",
                "CREATE TABLE public.mine (a int)",
                "CREATE TEMP TABLE mine (a int)",
                "CREATE SCHEMA mine",
                "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION rotable.me() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE ROLE mine",
                "SET ROLE rotable_owner",
                "SET ROLE postgres",
                "SET ROLE \"rotable-depot-B1\"",
                "SET SESSION AUTHORIZATION \"rotable-depot-B1\"",
                "SET session_replication_role = replica",
                "ALTER ROLE \"rotable-depot-B2\" SUPERUSER",
                "GRANT rotable_owner TO \"rotable-depot-B2\"",
                "SELECT rotable.found('mine', 'tag')",
                "SELECT rotable.me()",
                "SELECT lo_create(0)",
                "SELECT lo_from_bytea(0, '')",
                "SELECT pg_read_file('/etc/hostname')",
                "COPY rotable.sync_status TO PROGRAM 'true'",
            })
    void is_refused_by_privilege(String sql) {
        assertTrue(List.of("42501", "0LP01").contains(refused(sql)), sql);
    }

    @Test
    void the_journal_is_only_ever_added_to_even_by_its_owner() throws SQLException {
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement()) {
            for (var sql :
                    List.of(
                            "UPDATE rotable.journal SET line = ''",
                            "DELETE FROM rotable.journal WHERE position = 1",
                            "TRUNCATE rotable.journal"))
                assertEquals(
                        "RT009",
                        assertThrows(SQLException.class, () -> statement.execute(sql), sql)
                                .getSQLState());
        }
    }

    private static Entry sealed(String depotName, String as, String epoch) {
        var sealer = new Sealer(Realm.RECORD, depotName, "t", () -> UUID.randomUUID().toString());
        return sealer.seal(new Head(as, epoch, 1, 0, Sha256.NONE), 0, draft()).getFirst();
    }

    private static Draft draft() {
        var at = new Moment(Depot.CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        var note = new IntakeFact.Noted(UNIT, Optional.empty(), "hostile");
        return new Draft(UUID.randomUUID(), "x", Optional.empty(), at, List.of(note));
    }

    private static CentralProblem sent(Parcel parcel) {
        return assertThrows(
                CentralProblem.class,
                () -> {
                    try (var central = PostgresCentral.open(depot.as("B2"))) {
                        central.append(parcel);
                    }
                });
    }

    @Test
    void writing_as_another_bench_or_for_another_depot() {
        for (var e : List.of(sealed("depot", "B1", "e"), sealed("other", "B2", "e")))
            assertEquals(
                    "no entry of this depot, bench and epoch, or over 64 KiB",
                    first(sent(new Parcel("e", 1, List.of(e.line())))));
        assertEquals(
                "no entry of this depot, bench and epoch, or over 64 KiB",
                first(sent(new Parcel("f", 1, List.of(sealed("depot", "B2", "e").line())))));
    }

    private static String first(CentralProblem problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    @Test
    void a_gap_a_broken_chain_and_half_a_command() {
        var sealer = new Sealer(Realm.RECORD, "depot", "t", () -> UUID.randomUUID().toString());
        var gap = sealer.seal(new Head("B2", "e", 1, 4, Sha256.NONE), 0, draft()).getFirst();
        assertEquals(
                "entry 1 is missing before these",
                first(sent(new Parcel("e", 5, List.of(gap.line())))));
        var a = sealed("depot", "B2", "e");
        var b = sealer.seal(new Head("B2", "e", 1, 1, Sha256.NONE), 0, draft()).getFirst();
        assertEquals(
                "the entries do not follow each other",
                first(sent(new Parcel("e", 1, List.of(a.line(), b.line())))));
        var half = a.line().replace("\"count\":1", "\"count\":2");
        assertEquals("a command that is not whole", first(sent(new Parcel("e", 1, List.of(half)))));
    }

    @Test
    void what_no_version_could_read() {
        var whole = sealed("depot", "B2", "e").line();
        for (var change :
                List.of(
                        "\"v\":1>\"v\":2",
                        "\"operator\":>\"operater\":",
                        "\"seen\":0>\"seen\":-1",
                        "\"kind\":\"unit\">\"kind\":7",
                        "\"subjects\":[>\"subjects\":[5,",
                        "\"body\":{>\"bodies\":{",
                        "\"occurredAt\":\"2026>\"occurredAt\":\"26")) {
            var parts = change.split(">", 2);
            assertTrue(whole.contains(parts[0]), change);
            assertEquals(
                    "no entry of this depot, bench and epoch, or over 64 KiB",
                    first(sent(new Parcel("e", 1, List.of(whole.replace(parts[0], parts[1]))))),
                    change);
        }
    }

    @Test
    void handing_in_others_entries_while_no_centre_was_restored() {
        var other = sealed("depot", "B1", "e").line();
        var refused =
                assertThrows(
                        CentralProblem.class,
                        () -> {
                            try (var central = PostgresCentral.open(depot.as("B2"))) {
                                central.refill(positions, List.of(other));
                            }
                        });
        assertEquals("the centre is not being filled up", first(refused));
    }

    @Test
    void what_is_no_entry_at_all() {
        for (var line :
                List.of("", "x", "[]", "{}", "null", "{\"seq\":1}", "{\"depot\":\"depot\"}"))
            assertEquals(
                    CentralProblem.Kind.FAULTY,
                    sent(new Parcel("e", 1, List.of(line))).kind(),
                    line);
        var huge = sealed("depot", "B2", "e").line().replace("hostile", "x".repeat(70_000));
        assertEquals(
                "no entry of this depot, bench and epoch, or over 64 KiB",
                first(sent(new Parcel("e", 1, List.of(huge)))));
    }

    @Test
    void another_text_under_numbers_that_were_given_is_kept_beside_the_record() throws Exception {
        var parcel = depotB2First();
        var other = sealed("depot", "B2", parcel.epoch());
        assertEquals(
                CentralProblem.Kind.FORKED,
                sent(new Parcel(parcel.epoch(), 1, List.of(other.line()))).kind());
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.prepareStatement("SELECT line FROM rotable.fork")) {
            var rows = statement.executeQuery();
            assertTrue(rows.next());
            assertEquals(other.line(), new String(rows.getBytes(1), StandardCharsets.UTF_8));
        }
    }

    private static Parcel depotB2First() throws SQLException {
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT epoch, line FROM rotable.journal WHERE bench = 'B2'"
                                        + " AND seq = 1")) {
            assertTrue(rows.next());
            var line = new String(rows.getBytes(2), StandardCharsets.UTF_8);
            return new Parcel(rows.getString(1), 1, List.of(line));
        }
    }

    @Test
    void what_the_centre_has_already_is_acknowledged_again_and_not_doubled() throws Exception {
        try (var central = PostgresCentral.open(depot.as("B2"))) {
            var parcel = depotB2First();
            assertEquals(2, central.append(parcel).seq());
            assertEquals(2, central.append(parcel).seq());
        }
    }
}
