// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.fact.BenchFact;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.testkit.ByHand;

// Every way in which database and mirror can part: longer than most.
class DerbyRecordTest {
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");
    private static final UnitId OTHER = new UnitId(new PartId("ACME", "PSU"), "K7Q0043");
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T08:00:00Z"));

    @TempDir Path folder;

    private DerbyRecord open() throws RecordProblem {
        return open(Realm.RECORD);
    }

    private DerbyRecord open(Realm realm) throws RecordProblem {
        return DerbyRecord.open(folder, new BenchIdentity(realm, "depot", "B1", "test"), CLOCK);
    }

    private static Draft draft(Fact... facts) {
        var moment = new Moment(CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        return new Draft(UUID.randomUUID(), "ana", Optional.empty(), moment, List.of(facts));
    }

    private static Fact note(UnitId unit, int i) {
        return new IntakeFact.Noted(unit, Optional.empty(), "note " + i);
    }

    private void fill(int notes) throws RecordProblem {
        try (var record = open()) {
            record.append(draft(new IntakeFact.Adopted(UNIT, Evidence.inferred())));
            for (int i = 0; i < notes; i++) record.append(draft(note(UNIT, i)));
        }
    }

    @Test
    void what_was_appended_is_there_after_a_restart() throws RecordProblem {
        fill(3);
        try (var record = open()) {
            assertEquals(5, record.head().seq());
            assertEquals(4, record.unit(UNIT).history().size());
            assertEquals(List.of(UNIT), record.unitsWithSerial("K7Q0042"));
            assertEquals(Optional.empty(), record.verifyChains().damage());
        }
    }

    /// Nobody else can be this bench where there is no centre.
    @Test
    void a_lost_key_begins_an_epoch_and_work_goes_on() throws RecordProblem, IOException {
        fill(3);
        Files.delete(folder.resolve("bench.key"));
        try (var record = open()) {
            record.append(draft(note(UNIT, 4)));
            assertEquals(5, record.unit(UNIT).history().size());
            assertEquals(Optional.empty(), record.verifyChains().damage());
        }
    }

    @Test
    void a_mirror_that_lacks_more_than_a_command_was_shortened_by_somebody()
            throws RecordProblem, IOException {
        fill(3);
        var mirror = folder.resolve("mirror/00000001.log");
        var whole = Files.readAllBytes(mirror);
        Files.write(mirror, java.util.Arrays.copyOf(whole, whole.length - 20));
        try (var record = open()) {
            assertFalse(record.witnessMended(), "the end of the program in mid-command does that");
        }
        Files.write(mirror, java.util.Arrays.copyOf(whole, whole.length / 2));
        try (var record = open()) {
            assertTrue(record.witnessMended());
            assertEquals(Optional.empty(), record.verifyChains().damage());
        }
        try (var record = open()) {
            assertFalse(record.witnessMended(), "it is told once");
        }
    }

    @Test
    void the_folded_state_is_the_same_after_a_rebuild_and_after_a_restart() throws RecordProblem {
        fill(5);
        try (var record = open()) {
            var order = new rotable.identity.OrderId("RO-KA-223M-B");
            var again = new rotable.identity.OrderId("RO-KA-223N-9");
            for (var o : List.of(order, again))
                record.append(
                        draft(new IntakeFact.Received(UNIT, o, "CS", 1, Evidence.inferred())));
            var before = record.stateHash();
            var unit = record.unit(UNIT);
            assertEquals(1, unit.orders().size(), "the second receipt has no effect");
            record.rebuild();
            assertEquals(before, record.stateHash());
            assertEquals(unit, record.unit(UNIT));
        }
    }

    @Test
    void an_entry_changed_by_hand_is_named_and_its_unit_is_not_sound()
            throws RecordProblem, SQLException {
        fill(3);
        try (var record = open()) {
            record.append(draft(note(OTHER, 7)));
        }
        change("note 1", "note 9");
        try (var record = open()) {
            var damage = record.verifyChains().damage().orElseThrow();
            assertTrue(damage.entry().endsWith("/4"), damage.entry());
            assertTrue(record.damage(UNIT).isPresent());
            assertEquals(Optional.empty(), record.damage(OTHER));
            assertEquals(Optional.of(damage), record.integrity(UNIT).damage());
            assertEquals(Optional.of(damage), record.integrity(OTHER).damage(), "the same chain");
        }
    }

    @Test
    void a_checkpoint_that_vouches_for_another_chain_is_named() throws RecordProblem {
        fill(1);
        try (var record = open()) {
            record.append(draft(record.checkpoint()));
            assertEquals(Optional.empty(), record.verifyChains().damage());
            var good = (BenchFact.Witness) record.checkpoint();
            var forged = good.signature().replace('0', '1').replace('a', 'b');
            record.append(
                    draft(
                            new BenchFact.Witness(
                                    good.bench(),
                                    good.epoch(),
                                    good.seq(),
                                    good.hash(),
                                    good.position(),
                                    good.chain(),
                                    forged)));
            var damage = record.verifyChains().damage().orElseThrow();
            assertTrue(damage.why().contains("does not vouch"), damage.why());
        }
    }

    @Test
    void a_checkpoint_signed_for_another_head_does_not_vouch() throws RecordProblem {
        fill(1);
        try (var record = open()) {
            var earlier = record.checkpoint();
            record.append(draft(note(UNIT, 7)));
            record.append(draft(earlier));
            assertTrue(record.verifyChains().damage().isPresent());
        }
    }

    @Test
    void a_block_of_entries_that_was_deleted_is_found() throws RecordProblem, SQLException {
        try (var record = open()) {
            for (int n = 0; n < 3; n++) {
                var notes = new java.util.ArrayList<Fact>();
                for (int i = 0; i < 600; i++) notes.add(note(UNIT, i));
                record.append(draft(notes.toArray(Fact[]::new)));
            }
        }
        var url = "jdbc:derby:" + folder.resolve("db");
        try (var c = DriverManager.getConnection(url, "rotable", "")) {
            var gone =
                    c.prepareStatement("DELETE FROM entry WHERE arrival > 100 AND arrival < 1700");
            assertEquals(1599, gone.executeUpdate());
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
        try (var record = open()) {
            var damage = record.verifyChains().damage().orElseThrow();
            assertEquals("entry 101 is missing before it", damage.why());
        }
    }

    @Test
    void rows_that_somebody_took_away_come_back_from_the_mirror()
            throws RecordProblem, SQLException {
        fill(20);
        String head;
        try (var record = open()) {
            head = record.head().hash();
        }
        var url = "jdbc:derby:" + folder.resolve("db");
        try (var c = DriverManager.getConnection(url, "rotable", "")) {
            var gone = c.prepareStatement("DELETE FROM entry WHERE arrival > 10");
            assertTrue(gone.executeUpdate() > 5);
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
        try (var record = open()) {
            assertEquals(head, record.head().hash());
            assertEquals(Optional.empty(), record.verifyChains().damage());
            var before = record.stateHash();
            record.rebuild();
            assertEquals(before, record.stateHash());
        }
    }

    @Test
    void a_mirror_file_that_was_taken_away_costs_no_other() throws RecordProblem, IOException {
        try (var mirror = MirrorFiles.open(folder.resolve("m"), 100)) {
            for (int i = 0; i < 5; i++) mirror.append(List.of("line " + i + " ".repeat(100)));
            Files.delete(mirror.files().getFirst());
            mirror.append(List.of("line 5" + " ".repeat(100)));
            var last = mirror.files().getLast();
            assertEquals("00000006.log", last.getFileName().toString());
            assertEquals(5, mirror.files().size());
        }
    }

    @Test
    void a_mirror_file_damaged_in_its_middle_is_kept_beside() throws RecordProblem, IOException {
        try (var mirror = MirrorFiles.open(folder.resolve("m"), 10_000)) {
            for (int i = 0; i < 5; i++) mirror.append(List.of("line " + i));
        }
        var file = folder.resolve("m/00000001.log");
        Files.writeString(file, Files.readString(file).replace("line 2", "LINE 2"));
        try (var mirror = MirrorFiles.open(folder.resolve("m"), 10_000)) {
            assertEquals(2, MirrorFiles.lines(mirror.files().getFirst()).size());
            assertTrue(
                    Files.readString(folder.resolve("m/00000001.log.damaged")).contains("line 4"));
        }
    }

    @Test
    void a_journal_of_several_pieces_is_verified_piece_by_piece() throws RecordProblem {
        try (var record = open()) {
            for (int n = 0; n < 3; n++) {
                var notes = new java.util.ArrayList<Fact>();
                for (int i = 0; i < 400; i++) notes.add(note(UNIT, i));
                record.append(draft(notes.toArray(Fact[]::new)));
            }
        }
        try (var record = open()) {
            assertEquals(0, record.integrity().verifiedTo());
            assertTrue(record.verifyFurther());
            assertTrue(record.integrity().verifiedTo() < record.integrity().head());
            record.append(draft(note(UNIT, 7)));
            while (record.verifyFurther()) assertTrue(record.integrity().damage().isEmpty());
            assertEquals(1202, record.integrity().verifiedTo());
            record.append(draft(note(UNIT, 8)));
            assertEquals(1203, record.integrity().verifiedTo());
        }
    }

    @Test
    void the_mirror_rolls_over_and_a_start_needs_only_its_last_file()
            throws RecordProblem, IOException {
        try (var mirror = MirrorFiles.open(folder.resolve("m"), 100)) {
            for (int i = 0; i < 9; i++) mirror.append(List.of("line " + i + " ".repeat(40)));
            assertEquals(5, mirror.files().size());
        }
        try (var mirror = MirrorFiles.open(folder.resolve("m"), 100)) {
            mirror.append(List.of("line 9"));
            assertEquals("line 9", MirrorFiles.lines(mirror.files().getLast()).getLast());
        }
    }

    // A database tool takes its lines, and so longer than most.
    @Test
    void what_central_placed_is_a_layer_of_its_own_under_what_it_did_not()
            throws RecordProblem, SQLException {
        fill(3);
        String first;
        String third;
        try (var record = open()) {
            var history = record.unit(UNIT).history();
            assertTrue(record.unit(UNIT).central().isUnknown());
            first = history.get(0).entry().hash();
            third = history.get(2).entry().hash();
        }
        var url = "jdbc:derby:" + folder.resolve("db");
        try (var c = DriverManager.getConnection(url, "rotable", "");
                var place = c.prepareStatement("UPDATE entry SET position = ? WHERE hash = ?")) {
            place.setLong(1, 7);
            place.setString(2, first);
            place.executeUpdate();
            place.setLong(1, 9);
            place.setString(2, third);
            place.executeUpdate();
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
        try (var record = open()) {
            var unit = record.unit(UNIT);
            var order = unit.history().stream().map(r -> r.stamp().position()).toList();
            assertEquals(List.of(7L, 9L, 0L, 0L), order, "placed entries come first");
            assertEquals(2, unit.central().history().size());
            assertEquals(third, unit.central().history().getLast().entry().hash());
        }
    }

    /// One stored line is changed, as somebody with a database tool would.
    private void change(String from, String to) throws SQLException {
        assertEquals(1, ByHand.change(folder, from, to));
    }

    @Test
    void entries_that_the_database_lost_come_back_from_the_mirror()
            throws RecordProblem, IOException {
        fill(2);
        var old = folder.resolveSibling(folder.getFileName() + "-old");
        copy(folder.resolve("db"), old);
        String head;
        try (var record = open()) {
            record.append(draft(note(UNIT, 7)));
            head = record.head().hash();
        }
        delete(folder.resolve("db"));
        copy(old, folder.resolve("db"));
        try (var record = open()) {
            assertEquals(head, record.head().hash());
            assertEquals(4, record.unit(UNIT).history().size());
            assertEquals(Optional.empty(), record.verifyChains().damage());
        } finally {
            delete(old);
        }
    }

    /// Derby opens on such a log without a word, and the chain that is left verifies. Two copies of
    /// one crash, and so longer than most.
    @Test
    void a_log_tail_cut_off_by_a_crash_comes_back_from_the_mirror()
            throws RecordProblem, IOException {
        var crashed = folder.resolveSibling(folder.getFileName() + "-crashed");
        var alone = folder.resolveSibling(folder.getFileName() + "-alone");
        String head;
        try (var record = open()) {
            for (int i = 0; i < 40; i++) record.append(draft(note(UNIT, i)));
            head = record.head().hash();
            // What lies on the disk while the record is open is what a crash leaves.
            copy(folder, crashed);
        }
        try {
            cutLog(crashed.resolve("db/log"));
            var identity = new BenchIdentity(Realm.RECORD, "depot", "B1", "test");
            copy(crashed, alone);
            delete(alone.resolve("mirror"));
            try (var record = DerbyRecord.open(alone, identity, CLOCK)) {
                assertTrue(record.head().seq() < 41, "the database alone has lost entries");
                assertEquals(Optional.empty(), record.verifyChains().damage());
            }
            try (var record = DerbyRecord.open(crashed, identity, CLOCK)) {
                assertEquals(head, record.head().hash());
                assertEquals(40, record.unit(UNIT).history().size());
                assertEquals(Optional.empty(), record.verifyChains().damage());
                assertEquals(1, record.head().ordinal());
            }
        } finally {
            delete(crashed);
            delete(alone);
        }
    }

    /// Overwrites the last 20,000 bytes that were written to the log.
    private static void cutLog(Path logs) throws IOException {
        try (var files = Files.list(logs)) {
            var last = files.filter(f -> f.toString().matches(".*log\\d+\\.dat")).sorted().toList();
            var bytes = Files.readAllBytes(last.getLast());
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) end--;
            assertTrue(end > 30_000, "the log is written: " + end);
            java.util.Arrays.fill(bytes, end - 20_000, end, (byte) 0);
            Files.write(last.getLast(), bytes);
        }
    }

    @Test
    void a_mirror_that_lost_its_tail_is_filled_up_again() throws RecordProblem, IOException {
        fill(3);
        var mirror = folder.resolve("mirror/00000001.log");
        var whole = Files.readAllBytes(mirror);
        Files.write(mirror, java.util.Arrays.copyOf(whole, whole.length - 100));
        try (var record = open()) {
            assertEquals(5, record.head().seq());
        }
        assertEquals(
                new String(whole, StandardCharsets.UTF_8),
                Files.readString(mirror, StandardCharsets.UTF_8));
    }

    @Test
    void where_database_and_mirror_tell_two_stories_a_new_epoch_begins()
            throws RecordProblem, IOException {
        fill(2);
        var old = folder.resolveSibling(folder.getFileName() + "-old");
        copy(folder.resolve("db"), old);
        var mirror = Files.readAllBytes(folder.resolve("mirror/00000001.log"));
        try (var record = open()) {
            record.append(draft(note(UNIT, 7)));
        }
        var longer = Files.readAllBytes(folder.resolve("mirror/00000001.log"));
        delete(folder.resolve("db"));
        copy(old, folder.resolve("db"));
        Files.write(folder.resolve("mirror/00000001.log"), mirror);
        try (var record = open()) {
            record.append(draft(note(UNIT, 8)));
        }
        Files.write(folder.resolve("mirror/00000001.log"), longer);
        try (var record = open()) {
            assertEquals(2, record.head().ordinal());
            var begun = (BenchFact.EpochBegun) lastBegun(record);
            assertEquals(5, begun.previous().orElseThrow().seq());
            assertTrue(Files.exists(folder.resolve("mirror-set-aside-1")));
            assertEquals(Optional.empty(), record.verifyChains().damage());
        } finally {
            delete(old);
        }
    }

    private static Fact lastBegun(DerbyRecord record) throws RecordProblem {
        return record.about(new rotable.fact.Subject(rotable.fact.Subject.Kind.BENCH, "B1"))
                .getLast()
                .fact();
    }

    @Test
    void a_second_rotable_is_kept_off() throws RecordProblem {
        try (var first = open()) {
            assertEquals(1, first.head().seq());
            var problem = assertThrows(RecordProblem.class, this::open);
            assertEquals(RecordProblem.Kind.IN_USE, problem.kind());
        }
    }

    /// What is recorded in another's name can't be taken back.
    @Test
    void the_folder_of_one_bench_is_not_opened_as_another_s() throws RecordProblem, IOException {
        open().close();
        var other = new BenchIdentity(Realm.RECORD, "SUED", "W1", "test");
        var problem = assertThrows(RecordProblem.class, () -> openAs(other));
        assertEquals(RecordProblem.Kind.NOT_ITS_OWN, problem.kind());
        var owner = Owner.of(folder, Realm.RECORD).orElseThrow();
        assertEquals(
                "--bench %s --depot %s".formatted(owner.bench(), owner.depot()),
                problem.getMessage());
        Files.move(folder.resolve("db"), folder.resolve("lost"));
        assertEquals(
                RecordProblem.Kind.NOT_ITS_OWN,
                assertThrows(RecordProblem.class, () -> openAs(other)).kind());
    }

    private DerbyRecord openAs(BenchIdentity identity) throws RecordProblem {
        return DerbyRecord.open(folder, identity, InstantSource.system());
    }

    /// A backup that was put together wrongly: two histories are not one.
    @Test
    void a_mirror_of_another_record_is_not_taken_in() throws Exception {
        var bench = new BenchIdentity(Realm.RECORD, "depot", "B1", "test");
        var one = folder.resolve("one");
        var other = folder.resolve("other");
        for (var at : List.of(one, other))
            DerbyRecord.open(at, bench, InstantSource.system()).close();
        Files.move(one.resolve("db"), one.resolve("own"));
        Files.move(other.resolve("db"), one.resolve("db"));
        var problem =
                assertThrows(
                        RecordProblem.class,
                        () -> DerbyRecord.open(one, bench, InstantSource.system()));
        assertEquals(RecordProblem.Kind.OTHER_MIRROR, problem.kind());
    }

    @Test
    void what_the_mirror_brings_back_is_counted() throws Exception {
        try (var record = open()) {
            assertEquals(0, record.broughtBack());
        }
        Files.move(folder.resolve("db"), folder.resolve("lost"));
        try (var record = open()) {
            assertEquals(1, record.broughtBack());
        }
    }

    @Test
    void a_rehearsal_is_not_opened_as_a_record() throws RecordProblem {
        try (var rehearsal = open(Realm.REHEARSAL)) {
            assertEquals(1, rehearsal.head().seq());
        }
        var problem = assertThrows(RecordProblem.class, this::open);
        assertTrue(String.valueOf(problem.getMessage()).contains("rehearsal"));
    }

    @Test
    void a_pin_is_verified_and_never_stored_as_it_is() throws RecordProblem, IOException {
        var ana = new rotable.identity.PersonId("ana");
        try (var record = open()) {
            record.pins().set(ana, "258013".toCharArray());
            assertTrue(record.pins().verify(ana, "258013".toCharArray()));
            assertFalse(record.pins().verify(ana, "258014".toCharArray()));
            assertFalse(
                    record.pins()
                            .verify(new rotable.identity.PersonId("raj"), "258013".toCharArray()));
        }
        try (var files = Files.walk(folder)) {
            for (var f : files.filter(Files::isRegularFile).toList())
                assertFalse(
                        new String(Files.readAllBytes(f), StandardCharsets.ISO_8859_1)
                                .contains("258013"),
                        f.toString());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var f : files.toList()) Files.copy(f, to.resolve(from.relativize(f).toString()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var f : files.sorted(java.util.Comparator.reverseOrder()).toList())
                Files.delete(f);
        }
    }
}
