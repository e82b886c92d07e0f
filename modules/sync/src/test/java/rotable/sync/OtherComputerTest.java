// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.testkit.Folders;

/// Two computers that say they are one bench: a copy of its disk, or the one that takes its place.
class OtherComputerTest extends AtADepot {

    @Test
    void a_copy_of_a_bench_is_found_out() throws Exception {
        var one = bench("B1");
        depot.exchange(one);
        depot.exchange(one);
        var copy = folder.resolve("copy");
        one.close();
        open.remove(one);
        Folders.copy(folder.resolve("B1"), Files.createDirectories(copy).resolve("B1"));
        var original = depot.open("B1");
        open.add(original);
        Depot.append(original, note(UNIT, "original"));
        depot.exchange(original);
        depot.exchange(original);
        var other = Depot.open(copy, "B1");
        open.add(other);
        Depot.append(other, note(UNIT, "copy"));
        var found = assertThrows(CentralProblem.class, () -> depot.exchange(other));
        assertEquals(CentralProblem.Kind.FORKED, found.kind());
        broughtIn(other);
    }

    /// What both have is at the centre; only what the copy gave other texts is kept beside.
    private void broughtIn(DerbyRecord other) throws Exception {
        var entries = new ArrayList<Entry>();
        other.lines(line -> entries.add(EntryCodec.read(Realm.RECORD, line)));
        entries.removeIf(e -> !e.envelope().bench().equals("B1"));
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            var said = OldDisk.bringIn(central, entries);
            assertEquals(new OldDisk.BroughtIn(entries.size() - 1, 1, 0), said);
        }
    }

    /// The bench's computer is dead: what it sent is at the centre, its disk lies in a drawer.
    private Head died() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "before"));
        depot.exchange(one);
        var head = one.head();
        one.close();
        open.remove(one);
        return head;
    }

    private DerbyRecord unadmitted() throws RecordProblem {
        open.add(Depot.open(folder.resolve("early"), "B1"));
        return open.getLast();
    }

    @Test
    void a_new_computer_takes_a_dead_benchs_place_and_gives_no_number_twice() throws Exception {
        var before = died();
        var refused = assertThrows(CentralProblem.class, () -> depot.exchange(unadmitted()));
        assertTrue(refused.toString().contains("two people admit it"), refused.toString());
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        assertEquals(1, instead.head().ordinal());
        depot.exchange(instead);
        assertEquals(before.ordinal() + 1, instead.head().ordinal());
        Depot.append(instead, note(UNIT, "goes on"));
        var head = instead.head();
        instead.close();
        open.remove(instead);
        var again = Depot.open(folder.resolve("new"), "B1");
        open.add(again);
        assertEquals(head, again.head());
        depot.exchange(again);
        var two = bench("B2");
        depot.exchange(two);
        assertEquals(2, two.unit(UNIT).history().size());
        var stamps = two.unit(UNIT).history().stream().map(r -> r.stamp()).toList();
        assertTrue(stamps.get(0).precedes(stamps.get(1)));
    }

    @Test
    void a_greeting_of_a_dead_line_that_comes_late_makes_no_other_computer_of_the_bench()
            throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "a"));
        depot.exchange(one);
        depot.exchange(one);
        var token = one.replica().token();
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            var greeting = central.greet(one.replica().watermark(), token, "test");
            assertTrue(greeting.known());
            one.replica().token(greeting.token());
        }
        // The bench ends here; what an earlier line still had to say arrives.
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            assertTrue(central.greet(one.replica().watermark(), token, "test").known());
        }
        Depot.append(one, note(UNIT, "b"));
        assertEquals(1, depot.exchange(one).sent() / 2, "a note and what vouches for it");
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            assertFalse(central.greet(one.replica().watermark(), token, "test").known());
        }
    }

    /// The line on which it was sent is dead, and the bench greets on another at that moment.
    @Test
    void what_a_dead_line_still_sends_makes_no_other_token_good() throws Exception {
        var one = bench("B1");
        Depot.append(one, note(UNIT, "a"));
        var sql = "SELECT confirmed FROM rotable.bench WHERE bench = 'B1'";
        try (var dead = PostgresCentral.open(depot.as("B1"));
                var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement()) {
            dead.greet(one.replica().watermark(), one.replica().token(), "test");
            var parcel = one.replica().unsent(1_000).orElseThrow();
            admin.setAutoCommit(false);
            statement.execute(
                    "UPDATE rotable.bench SET token_before = token, token = gen_random_uuid(),"
                            + " session = 0 WHERE bench = 'B1'");
            var sending = CompletableFuture.supplyAsync(() -> sent(dead, parcel));
            waits(statement);
            admin.commit();
            assertEquals(parcel.lines().size(), sending.get(30, TimeUnit.SECONDS));
            var rows = statement.executeQuery(sql);
            assertTrue(rows.next());
            assertFalse(rows.getBoolean(1));
        }
    }

    private static long sent(PostgresCentral central, Parcel parcel) {
        try {
            return central.append(parcel).seq();
        } catch (CentralProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waits(Statement statement) throws SQLException, InterruptedException {
        var sql = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
        while (true) {
            var rows = statement.executeQuery(sql);
            if (rows.next() && rows.getInt(1) > 0) return;
            Thread.sleep(20);
        }
    }

    /// Tries to record something each time when the exchange lets the bench go on.
    private final class Busy implements Exchange.Desk {
        private final DerbyRecord record;
        private int turns;
        private int refused;

        Busy(DerbyRecord record) {
            this.record = record;
        }

        @Override
        public <T> T at(Exchange.Work<T> work) throws RecordProblem {
            var came = work.run();
            // Before the handshake nobody can know that there was another computer.
            if (++turns <= 2 || turns > 40) return came;
            try {
                Depot.append(record, note(UNIT, "meanwhile"));
            } catch (RecordProblem e) {
                assertEquals(RecordProblem.Kind.AWAITING, e.kind(), e.toString());
                refused++;
            }
            return came;
        }
    }

    @Test
    void a_new_computer_records_nothing_before_it_knows_what_the_dead_one_did() throws Exception {
        var before = died();
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        var busy = new Busy(instead);
        new Exchange(instead.replica(), busy, "test", 200)
                .run(() -> PostgresCentral.open(depot.as("B1")));
        assertTrue(busy.refused > 0, "it was never in the way");
        var history = instead.unit(UNIT).history();
        assertTrue(history.size() > 1, "it goes on afterwards");
        for (var r : history.subList(1, history.size())) {
            assertEquals(before.ordinal() + 1, r.stamp().epoch().ordinal());
            assertTrue(history.getFirst().stamp().precedes(r.stamp()));
        }
    }

    @Test
    void what_two_computers_recorded_as_one_bench_unknown_to_each_other_is_concurrent()
            throws Exception {
        died();
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        for (int i = 0; i < 5; i++) Depot.append(instead, note(UNIT, "offline " + i));
        depot.exchange(instead);
        Depot.append(instead, note(UNIT, "goes on"));
        depot.exchange(instead);
        var two = bench("B2");
        depot.exchange(two);
        for (var seen : List.of(instead, two)) {
            var stamps = seen.unit(UNIT).history().stream().map(r -> r.stamp()).toList();
            assertEquals(7, stamps.size());
            for (var offline : stamps.subList(1, 6)) {
                assertFalse(stamps.getFirst().precedes(offline));
                assertFalse(offline.precedes(stamps.getFirst()));
                assertTrue(offline.precedes(stamps.getLast()));
            }
            assertTrue(stamps.getFirst().precedes(stamps.getLast()));
        }
    }

    @Test
    void the_old_disk_that_turns_up_again_is_not_this_bench_any_more() throws Exception {
        died();
        var instead = depot.admitted(folder.resolve("new"), "B1");
        open.add(instead);
        depot.exchange(instead);
        var old = depot.open("B1");
        open.add(old);
        var found = assertThrows(CentralProblem.class, () -> depot.exchange(old));
        assertEquals(CentralProblem.Kind.FORKED, found.kind());
    }
}
