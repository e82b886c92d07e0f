// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;
import rotable.exchange.Parcel;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.identity.PartId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.record.RecordProblem;
import rotable.sync.Admissions.Admission;

/// Admitting benches, and what a verification of the centre finds.
class CentralKeeperTest {
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private Depot depot;

    @SuppressWarnings("NullAway.Init")
    private CentralKeeper keeper;

    @BeforeEach
    void start() throws IOException, CentralProblem {
        depot = new Depot(folder);
        keeper = CentralKeeper.open(depot.admin);
    }

    @AfterEach
    void stop() throws IOException {
        keeper.close();
        depot.close();
    }

    private void sent() throws Exception {
        try (var one = depot.admitted("B1");
                var two = depot.admitted("B2")) {
            for (int i = 0; i < 5; i++)
                Depot.append(one, new IntakeFact.Noted(UNIT, Optional.empty(), "note " + i));
            Depot.append(one, one.checkpoint());
            depot.exchange(one);
            depot.exchange(two);
        }
    }

    private Optional<String> fault() throws CentralProblem {
        return keeper.verify("depot", Realm.RECORD, n -> {})
                .fault()
                .map(f -> f.entry().replaceFirst("/.{8}/", "/…/") + ": " + f.why());
    }

    @Test
    void it_takes_two_people_to_admit_a_bench() throws Exception {
        try (var one = depot.open("B1")) {
            var key = one.publicKey();
            assertEquals(Admission.PROPOSED, keeper.admissions().enrol("depot", "B1", key, "kim"));
            assertEquals(
                    Admission.SAME_PERSON, keeper.admissions().enrol("depot", "B1", key, "kim"));
            assertEquals(
                    Admission.SAME_PERSON, keeper.admissions().enrol("depot", "B1", key, "Kim "));
            assertThrows(CentralProblem.class, () -> depot.exchange(one));
            assertEquals(Admission.ADMITTED, keeper.admissions().enrol("depot", "B1", key, "lee"));
            assertEquals(2, depot.exchange(one).sent());
        }
    }

    @Test
    void laying_out_twice_changes_nothing() throws Exception {
        sent();
        CentralKeeper.init(depot.admin, "depot", Realm.RECORD);
        CentralKeeper.init(depot.admin, "other", Realm.RECORD);
        assertEquals(9, keeper.status("depot").orElseThrow().position());
        assertEquals(0, keeper.status("other").orElseThrow().position());
        assertEquals(Optional.empty(), keeper.status("none"));
    }

    @Test
    void the_status_names_every_bench() throws Exception {
        sent();
        var benches = keeper.status("depot").orElseThrow().benches();
        assertEquals(
                List.of("B1", "B2"),
                benches.stream().map(CentralKeeper.BenchStatus::bench).toList());
        assertEquals(7, benches.getFirst().entries());
        assertEquals(Optional.of("test"), benches.getFirst().app());
        assertEquals(0, benches.getFirst().forks());
    }

    @Test
    void a_sound_centre_is_verified_whole() throws Exception {
        sent();
        var verified = keeper.verify("depot", Realm.RECORD, n -> {});
        assertEquals(9, verified.entries());
        assertEquals(Optional.empty(), verified.fault());
        assertEquals(Map.of(), verified.unvouched());
    }

    @Test
    void a_record_is_not_verified_as_a_rehearsal() {
        var refused =
                assertThrows(
                        CentralProblem.class,
                        () -> keeper.verify("depot", Realm.REHEARSAL, n -> {}));
        assertEquals("this depot is no rehearsal: leave --rehearsal out", refused.getMessage());
    }

    @Test
    void a_centre_is_verified_while_benches_send() throws Exception {
        try (var one = depot.admitted("B1")) {
            var many = new Fact[2_000];
            for (int i = 0; i < many.length; i++)
                many[i] = new IntakeFact.Noted(UNIT, Optional.empty(), "note " + i);
            Depot.append(one, many);
            depot.exchange(one);
            var verified =
                    keeper.verify(
                            "depot",
                            Realm.RECORD,
                            n -> {
                                try {
                                    Depot.append(one, many[0]);
                                    depot.exchange(one);
                                } catch (CentralProblem | RecordProblem e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            assertEquals(Optional.empty(), verified.fault());
            assertEquals(2_002, verified.entries());
            assertEquals(2_006, keeper.verify("depot", Realm.RECORD, n -> {}).entries());
        }
    }

    @Test
    void a_changed_line_is_named() throws Exception {
        sent();
        var changed = "note 1".getBytes(StandardCharsets.UTF_8);
        depot.tamper(
                "UPDATE rotable.journal SET line = overlay(line PLACING '\\x39' FROM"
                        + " position('%s'::bytea IN line) + 5) WHERE seq = 3 AND bench = 'B1'"
                                .formatted(new String(changed, StandardCharsets.UTF_8)));
        assertEquals(Optional.of("B1/…/3: its text is not the one that was recorded"), fault());
    }

    @Test
    void a_line_that_was_taken_out_is_named() throws Exception {
        sent();
        depot.tamper("DELETE FROM rotable.journal WHERE position = 4");
        assertEquals(Optional.of("B1/…/5: entry 4 is missing before it"), fault());
    }

    @Test
    void a_tail_that_was_cut_off_is_named() throws Exception {
        sent();
        depot.tamper("DELETE FROM rotable.journal WHERE position = 9");
        assertEquals(Optional.of("position 9: the journal ends before its head"), fault());
    }

    @Test
    void two_entries_that_changed_places_are_named() throws Exception {
        sent();
        // The last of one bench and the only one of the other: each bench's chain still holds.
        depot.tamper(
                "UPDATE rotable.journal SET position = position + 100 WHERE position >= 7;"
                        + " UPDATE rotable.journal SET position = 7 WHERE position = 108;"
                        + " UPDATE rotable.journal SET position = 8 WHERE position = 107");
        assertEquals(Optional.of("position 7: the centre's chain is broken here"), fault());
    }

    @Test
    void a_row_that_names_another_place_than_its_entry_is_named() throws Exception {
        sent();
        depot.tamper("UPDATE rotable.journal SET seq = 9999 WHERE position = 3");
        assertEquals(
                Optional.of("B1/…/3: its row names another place than the entry itself"), fault());
    }

    @Test
    void an_end_that_the_centre_tells_otherwise_is_named() throws Exception {
        sent();
        depot.tamper("UPDATE rotable.bench_head SET hash = sha256('x') WHERE bench = 'B1'");
        assertEquals(Optional.of("B1: its chain does not end where the centre tells it"), fault());
        depot.tamper("DELETE FROM rotable.bench_head WHERE bench = 'B1'");
        assertEquals(Optional.of("depot: the centre does not tell where a chain ends"), fault());
    }

    @Test
    void an_epoch_under_a_key_that_was_not_admitted_is_named() throws Exception {
        sent();
        depot.tamper("UPDATE rotable.bench_key SET approved_by = NULL WHERE bench = 'B2'");
        assertEquals(Optional.of("B2/…/1: its bench was not admitted with that key"), fault());
    }

    @Test
    void an_epoch_that_names_no_key_is_named() throws Exception {
        sent();
        var sealer = new Sealer(Realm.RECORD, "depot", "t", () -> UUID.randomUUID().toString());
        var at = new Moment(Depot.CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        var draft =
                new Draft(
                        UUID.randomUUID(),
                        "x",
                        Optional.empty(),
                        at,
                        List.of(new IntakeFact.Noted(UNIT, Optional.empty(), "n")));
        var line = sealer.seal(new Head("B2", "e", 1, 0, Sha256.NONE), 0, draft).getFirst().line();
        try (var central = PostgresCentral.open(depot.as("B2"))) {
            central.append(new Parcel("e", 1, List.of(line)));
        }
        assertEquals(
                Optional.of("B2/e/1: an epoch begins here, and does not name its bench's key"),
                fault());
    }
}
