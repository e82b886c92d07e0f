// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.sync.Depot.append;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// Mistakes in the functions of the centre, one at a time: what several benches tell it at once,
/// and more than once, has to find each.
// The mistakes and the story that finds them, and so longer than most.
class PlantedInCentreTest extends AtADepot {
    private static final UnitId OTHER = new UnitId(new PartId("ACME", "PSU"), "K7Q0043");
    private static final String APPEND = "rotable.append(text,bytea[])";
    private static final String PULL = "rotable.pull(bigint,integer)";

    /// A text of a function, and what stands there instead.
    record Change(String text, String instead) {}

    record Bug(String name, String function, List<Change> changes) {
        @Override
        public String toString() {
            return name;
        }
    }

    // One list, and so longer than most.
    static List<Bug> bugs() {
        return List.of(
                new Bug(
                        "positions come from a sequence",
                        APPEND,
                        List.of(
                                new Change(" FOR UPDATE;", ";"),
                                new Change(
                                        "place.position := place.position + 1;",
                                        "place.position := nextval('rotable.positions');"),
                                new Change(
                                        "UPDATE rotable.depot d SET position = place.position, chain = place.chain",
                                        "PERFORM 1 FROM rotable.depot d"))),
                new Bug(
                        "what is there already is not compared",
                        APPEND,
                        List.of(
                                new Change(
                                        "WHERE j.hash IS DISTINCT FROM g.hash);",
                                        "WHERE false);"))),
                new Bug(
                        "half a command is placed",
                        APPEND,
                        List.of(
                                new Change(
                                        "IF idxs[many] + 1 <> counts[many] THEN",
                                        "IF false THEN"))),
                new Bug(
                        "what comes once more is placed once more",
                        APPEND,
                        List.of(
                                new Change(
                                        "greatest(0, least(many, at_seq - seqs[1] + 1));", "0;"))),
                new Bug(
                        "a batch ends in the middle of a command",
                        PULL,
                        List.of(new Change(" AND j.idx + 1 = j.count", ""))));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void is_found(Bug bug) throws Exception {
        plant(bug);
        var one = bench("B1");
        depot.exchange(one);
        assertTrue(one.replica().watermark().position() > 0, "a bench alone goes on with it");
        var found = assertThrows(Throwable.class, () -> told(one), bug + " was not found");
        System.out.printf("%s: %s%n", bug, String.valueOf(found.getMessage()).split("\n")[0]);
    }

    /// Otherwise what is found above would be no news.
    @Test
    void without_one_nothing_is_found() throws Exception {
        var one = bench("B1");
        depot.exchange(one);
        told(one);
    }

    /// What the centre does not say that it has is sent again.
    @Test
    void a_centre_that_names_an_older_head_is_not_believed() throws Exception {
        var answer = "RETURN QUERY SELECT at_seq, at_hash, false;";
        var older = "RETURN QUERY SELECT at_seq - 1, at_hash, false;";
        plant(new Bug("an older head", APPEND, List.of(new Change(answer, older))));
        var one = bench("B1");
        var waiting = one.waiting();
        var refused = assertThrows(CentralProblem.class, () -> depot.exchange(one));
        assertEquals(CentralProblem.Kind.FAULTY, refused.kind());
        assertEquals(waiting + 1, one.waiting(), "all of it waits, and a checkpoint");
    }

    private void plant(Bug bug) throws SQLException {
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement()) {
            statement.execute("SET ROLE rotable_owner");
            statement.execute("CREATE SEQUENCE rotable.positions");
            statement.execute(changed(admin, bug));
        }
    }

    private static String changed(Connection admin, Bug bug) throws SQLException {
        try (var statement = admin.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT pg_get_functiondef('%s'::regprocedure)"
                                        .formatted(bug.function()))) {
            assertTrue(rows.next());
            var source = rows.getString(1);
            for (var c : bug.changes()) {
                assertEquals(source.indexOf(c.text()), source.lastIndexOf(c.text()), c.text());
                assertTrue(source.contains(c.text()), c.text());
                source = source.replace(c.text(), c.instead());
            }
            return source;
        }
    }

    private void told(DerbyRecord one) throws Exception {
        var two = bench("B2");
        var three = bench("B3");
        depot.exchange(two);
        depot.exchange(three);
        append(one, note(UNIT, "one"), note(UNIT, "and"), note(UNIT, "the same"));
        append(two, note(OTHER, "two"));
        atOnce(one, two, three);
        again(one);
        for (int round = 0; round < 2; round++)
            for (var bench : List.of(one, two, three)) inSmallPieces(bench);
        for (var bench : List.of(two, three)) assertEquals(lines(one), lines(bench));
        try (var keeper = CentralKeeper.open(depot.admin)) {
            var verified = keeper.verify("depot", Realm.RECORD, n -> {});
            assertEquals(Optional.empty(), verified.fault());
            assertEquals(lines(one).size(), verified.entries());
        }
    }

    /// What the first sends is not committed yet when the second sends and the third reads.
    private void atOnce(DerbyRecord one, DerbyRecord two, DerbyRecord three) throws Exception {
        var role = CentralAddress.roleOf("depot", "B1");
        try (var line = DriverManager.getConnection(depot.url(), role, null)) {
            line.setAutoCommit(false);
            send(line, one.replica().unsent(1_000).orElseThrow());
            var second = CompletableFuture.runAsync(() -> sendAll(two));
            try {
                second.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                // It waits for the first, as it should.
            }
            inSmallPieces(three);
            line.commit();
            second.get(20, TimeUnit.SECONDS);
        }
    }

    private void sendAll(DerbyRecord bench) {
        try {
            depot.exchange(bench);
        } catch (CentralProblem | RecordProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Connection line, Parcel parcel) throws SQLException {
        try (var append = line.prepareStatement("SELECT * FROM rotable.append(?, ?)")) {
            var bytes = parcel.lines().stream().map(l -> l.getBytes(StandardCharsets.UTF_8));
            append.setString(1, parcel.epoch());
            append.setArray(2, line.createArrayOf("bytea", bytes.toArray(byte[][]::new)));
            append.execute();
        }
    }

    /// What the centre has comes once more; other entries in its place; half a command behind it.
    private void again(DerbyRecord one) throws Exception {
        var parcel = one.replica().unsent(1_000).orElseThrow();
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            assertEquals(parcel.last(), central.append(parcel).seq());
            var other = parcel.lines().getFirst().replace("\"one\"", "\"eno\"");
            var forged = new Parcel(parcel.epoch(), parcel.first(), List.of(alone(other)));
            var fork = assertThrows(CentralProblem.class, () -> central.append(forged));
            assertEquals(CentralProblem.Kind.FORKED, fork.kind());
            depot.exchange(one);
            append(one, note(UNIT, "half"), note(UNIT, "of it"));
            var next = one.replica().unsent(1_000).orElseThrow();
            var half = new Parcel(next.epoch(), next.first(), next.lines().subList(0, 1));
            var refused = assertThrows(CentralProblem.class, () -> central.append(half));
            assertEquals(CentralProblem.Kind.FAULTY, refused.kind());
        }
    }

    private static String alone(String line) {
        return line.replace("\"count\":3", "\"count\":1");
    }

    private void inSmallPieces(DerbyRecord bench) throws CentralProblem, RecordProblem {
        var role = depot.as(bench.head().bench());
        new Exchange(bench.replica(), Exchange.Work::run, "test", 1)
                .run(() -> PostgresCentral.open(role));
    }

    private static List<String> lines(DerbyRecord record) throws RecordProblem {
        var all = new ArrayList<String>();
        record.lines(all::add);
        return all;
    }
}
