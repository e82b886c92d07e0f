// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.sync.Depot.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.fact.Fact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.store.OldMirror;
import rotable.sync.Admissions.Admission;

// Every kind of older state, and so longer than most.
/// A bench's computer, or the centre's, gets an older state back.
class RestoreTest extends AtADepot {
    private static final UnitId OTHER = new UnitId(new PartId("ACME", "PSU"), "K7Q0043");

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var f : files.toList()) {
                var there = to.resolve(from.relativize(f));
                Files.copy(f, there, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var f : files.toList().reversed()) Files.delete(f);
        }
    }

    private DerbyRecord restored(DerbyRecord record, Path backup)
            throws IOException, RecordProblem {
        var name = record.head().bench();
        record.close();
        open.remove(record);
        delete(folder.resolve(name));
        copy(backup, folder.resolve(name));
        var again = depot.open(name);
        open.add(again);
        return again;
    }

    private Path backup(DerbyRecord record) throws IOException {
        var to = folder.resolve("backup");
        copy(folder.resolve(record.head().bench()), to);
        return to;
    }

    private DerbyRecord reopened(DerbyRecord record) throws RecordProblem {
        var name = record.head().bench();
        record.close();
        open.remove(record);
        var again = depot.open(name);
        open.add(again);
        return again;
    }

    private void readmit(DerbyRecord record) throws CentralProblem {
        try (var keeper = CentralKeeper.open(depot.admin)) {
            var by = keeper.admissions();
            var bench = record.head().bench();
            assertEquals(
                    Admission.PROPOSED_AGAIN, by.enrol("depot", bench, record.publicKey(), "kim"));
            assertEquals(
                    Admission.SAME_PERSON, by.enrol("depot", bench, record.publicKey(), "kim"));
            assertEquals(Admission.READMITTED, by.enrol("depot", bench, record.publicKey(), "lee"));
        }
    }

    private static List<String> lines(DerbyRecord record) throws RecordProblem {
        var all = new ArrayList<String>();
        record.lines(all::add);
        return List.copyOf(new TreeSet<>(all));
    }

    /// A bench that was there, closed so that its folder can be copied.
    private DerbyRecord one() throws Exception {
        var one = bench("B1");
        append(one, note(UNIT, "before"));
        depot.exchange(one);
        return reopened(one);
    }

    @Test
    void a_restored_bench_goes_on_in_a_new_epoch_once_two_people_say_so() throws Exception {
        var one = one();
        var before = backup(one);
        for (int i = 0; i < 3; i++) append(one, note(UNIT, "after the backup"));
        depot.exchange(one);
        var old = one.head();
        var back = restored(one, before);
        var refused = assertThrows(CentralProblem.class, () -> depot.exchange(back));
        assertEquals(CentralProblem.Kind.FORKED, refused.kind());
        readmit(back);
        depot.exchange(back);
        assertEquals(old.ordinal() + 1, back.head().ordinal());
        append(back, note(UNIT, "goes on"));
        depot.exchange(back);
        var two = bench("B2");
        depot.exchange(two);
        depot.exchange(back);
        assertEquals(
                5,
                back.unit(UNIT).history().size(),
                "what was lost came back, and what followed is there");
        assertEquals(back.centralHash(), two.centralHash());
        assertTrue(two.verifyChains().damage().isEmpty());
        assertTrue(reopened(back).verifyChains().damage().isEmpty());
    }

    /// The way on when somebody changed the database, or it is damaged.
    @Test
    void without_its_database_a_bench_has_its_own_from_the_mirror_and_the_rest_from_the_centre()
            throws Exception {
        var one = one();
        var two = bench("B2");
        append(two, note(UNIT, "elsewhere"));
        depot.exchange(two);
        depot.exchange(one);
        append(one, note(UNIT, "not sent yet"));
        one.close();
        open.remove(one);
        delete(folder.resolve("B1/db"));
        var again = depot.open("B1");
        open.add(again);
        assertThrows(CentralProblem.class, () -> depot.exchange(again));
        readmit(again);
        depot.exchange(again);
        depot.exchange(two);
        assertEquals(lines(two), lines(again));
        assertEquals(two.centralHash(), again.centralHash());
        assertEquals(Optional.empty(), again.verifyChains().damage());
    }

    @Test
    void numbers_given_twice_are_found_out_and_both_texts_kept() throws Exception {
        var one = one();
        var before = backup(one);
        append(one, note(UNIT, "the first story"));
        depot.exchange(one);
        var back = restored(one, before);
        append(back, note(UNIT, "the second story"));
        readmit(back);
        assertThrows(Exception.class, () -> depot.exchange(back));
        assertEquals(2, back.unit(UNIT).history().size());
        var two = bench("B2");
        depot.exchange(two);
        assertEquals(2, two.unit(UNIT).history().size());
    }

    @Test
    void what_a_dead_computer_had_not_sent_is_brought_in_from_its_mirror() throws Exception {
        var one = one();
        append(one, note(UNIT, "not sent"), note(UNIT, "not sent either"));
        one.close();
        open.remove(one);
        Files.move(folder.resolve("B1"), folder.resolve("old"));
        delete(folder.resolve("old/db"));
        var fresh = bench("B1");
        depot.exchange(fresh);
        assertEquals(1, fresh.unit(UNIT).history().size());
        var left = OldMirror.entries(folder.resolve("old"), Realm.RECORD);
        try (var central = PostgresCentral.open(depot.as("B1"))) {
            assertEquals(new OldDisk.BroughtIn(left.size(), 0, 0), OldDisk.bringIn(central, left));
            assertEquals(new OldDisk.BroughtIn(left.size(), 0, 0), OldDisk.bringIn(central, left));
        }
        depot.exchange(fresh);
        assertEquals(3, fresh.unit(UNIT).history().size());
        assertTrue(reopened(fresh).verifyChains().damage().isEmpty());
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    /// The centre gets the state back that it had before something happened.
    private void centreRestored(Meanwhile lost) throws Exception {
        depot.stopCentre();
        copy(folder.resolve("centre"), folder.resolve("backup-of-centre"));
        depot.startCentre();
        lost.happens();
        depot.stopCentre();
        delete(folder.resolve("centre"));
        copy(folder.resolve("backup-of-centre"), folder.resolve("centre"));
        depot.startCentre();
    }

    private void filledUp(long position, DerbyRecord... benches) throws CentralProblem {
        try (var keeper = CentralKeeper.open(depot.admin)) {
            keeper.refill("depot");
            assertEquals(List.of("B1", "B2"), keeper.awaited("depot"));
            for (int i = 0; i < 2; i++)
                for (var b : benches)
                    assertTrue(
                            assertThrows(CentralProblem.class, () -> depot.exchange(b)).passing());
            assertEquals(List.of(), keeper.awaited("depot"));
            assertEquals(position, keeper.status("depot").orElseThrow().position());
            keeper.refilled("depot");
        }
    }

    @Test
    void a_restored_centre_is_filled_up_as_it_was() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        append(one, note(UNIT, "before"));
        depot.exchange(one);
        depot.exchange(two);
        centreRestored(
                () -> {
                    append(one, note(UNIT, "of one, lost"));
                    depot.exchange(one);
                    append(two, note(UNIT, "of two, lost"));
                    // More than goes at once, and a command that is longer than that.
                    for (int i = 0; i < 600; i++) append(two, note(OTHER, "lost"));
                    append(
                            two,
                            Collections.nCopies(1_200, note(OTHER, "lost")).toArray(Fact[]::new));
                    depot.exchange(two);
                    append(one, note(UNIT, "of one, not sent"));
                });
        assertThrows(CentralProblem.class, () -> depot.exchange(one));
        filledUp(two.replica().watermark().position(), one, two);
        for (int i = 0; i < 2; i++) for (var b : List.of(one, two)) depot.exchange(b);
        assertEquals(lines(one), lines(two));
        assertEquals(one.centralHash(), two.centralHash());
        assertEquals(4, one.unit(UNIT).history().size());
    }

    /// PINs stand in no journal: a bench gives those again that were set there.
    @Test
    void a_pin_that_a_restored_centre_lost_is_given_again() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        depot.exchange(one);
        depot.exchange(two);
        centreRestored(
                () -> {
                    set(one, "1470");
                    depot.exchange(one);
                });
        assertThrows(CentralProblem.class, () -> depot.exchange(one));
        filledUp(one.replica().watermark().position(), one, two);
        depot.exchange(one);
        depot.exchange(two);
        assertTrue(verifies(two, "1470"));
    }
}
