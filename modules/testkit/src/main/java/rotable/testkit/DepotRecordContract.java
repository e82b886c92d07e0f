// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.Subject;
import rotable.identity.Child;
import rotable.identity.HoldId;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.EntryCodec;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;

/// What every record of a depot keeps, whatever it is made of.
public interface DepotRecordContract {
    UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");
    UnitId OTHER = new UnitId(new PartId("ACME", "PSU"), "K7Q0043");
    PersonId ANA = new PersonId("ana");
    OrderId ORDER = new OrderId("RO-KA-223M-B");
    Instant NOW = Instant.parse("2026-11-20T08:00:00.123456Z");

    /// A record of bench B1 that nothing but its beginning stands in.
    DepotRecord fresh() throws RecordProblem;

    /// A command of ana's.
    static Draft draft(Fact... facts) {
        var moment = new Moment(NOW, "b", 0, Optional.empty(), Optional.empty());
        return new Draft(UUID.randomUUID(), "ana", Optional.empty(), moment, List.of(facts));
    }

    private static Fact note(UnitId unit, String text) {
        return new IntakeFact.Noted(unit, Optional.empty(), text);
    }

    @Test
    default void the_unit_that_was_at_the_bench_last_is_known() throws RecordProblem {
        var record = fresh();
        assertEquals(Optional.empty(), record.lastHere());
        record.append(draft(note(UNIT, "a")));
        record.append(draft(note(OTHER, "b")));
        record.append(draft(new BenchFact.SignedOut(ANA)));
        assertEquals(Optional.of(OTHER), record.lastHere());
    }

    private static List<UnitId> open(DepotRecord record) throws RecordProblem {
        return record.openHere().stream().map(DepotRecord.OpenUnit::unit).toList();
    }

    private static Fact received() {
        return new IntakeFact.Received(UNIT, ORDER, "CS", 1, Evidence.inferred());
    }

    @Test
    default void entries_are_chained_and_gapless() throws RecordProblem {
        try (var record = fresh()) {
            long before = record.head().seq();
            var entries = record.append(draft(note(UNIT, "a"), note(UNIT, "b")));
            assertEquals(before + 1, entries.getFirst().envelope().seq());
            assertEquals(entries.getFirst().hash(), entries.getLast().envelope().prev());
            assertEquals(entries.getLast().hash(), record.head().hash());
            for (var e : entries) assertEquals(EntryCodec.hash(Realm.RECORD, e.line()), e.hash());
        }
    }

    @Test
    default void a_command_given_twice_is_recorded_once() throws RecordProblem {
        try (var record = fresh()) {
            var draft = draft(note(UNIT, "a"), note(UNIT, "b"));
            var first = record.append(draft);
            assertEquals(first, record.append(draft));
            assertEquals(2, record.unit(UNIT).history().size());
        }
    }

    @Test
    default void what_can_not_stand_in_an_entry_leaves_nothing_behind() throws RecordProblem {
        try (var record = fresh()) {
            var head = record.head();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> record.append(draft(note(UNIT, "fine"), note(UNIT, "bell \u0007"))));
            assertEquals(head, record.head());
            assertTrue(record.unit(UNIT).isUnknown());
        }
    }

    @Test
    default void a_unit_is_found_by_serial_by_its_beginning_and_by_our_numbers()
            throws RecordProblem {
        try (var record = fresh()) {
            record.append(draft(received(), note(OTHER, "x")));
            assertEquals(List.of(UNIT), record.unitsWithSerial("K7Q0042"));
            assertEquals(List.of(UNIT, OTHER), record.unitsBeginning("k7q"));
            assertEquals(List.of(), record.unitsBeginning("K8"));
            assertEquals(List.of(UNIT.serial(), OTHER.serial()), record.serialsOf(UNIT.part()));
            assertEquals(List.of(UNIT), record.unitsLookingLike("k7oOO42"));
            assertEquals(List.of(), record.unitsLookingLike("K8Q0042"));
            assertEquals(List.of(UNIT), record.unitsWithAny(List.of("K7Q0042", "X")));
            assertEquals(List.of(), record.unitsWithAny(List.of()));
            assertEquals(Optional.of(UNIT), record.unitOf(ORDER.value()));
            assertEquals(Optional.empty(), record.unitOf("RO-KA-9999-9"));
        }
    }

    @Test
    default void open_units_are_listed_the_last_touched_first() throws RecordProblem {
        try (var record = fresh()) {
            record.append(draft(received()));
            var second = new OrderId("RO-KA-223N-9");
            record.append(
                    draft(new IntakeFact.Received(OTHER, second, "CS", 1, Evidence.inferred())));
            assertEquals(List.of(OTHER, UNIT), open(record));
            record.append(draft(new CustodyFact.Parked(UNIT, ORDER)));
            assertEquals(List.of(UNIT, OTHER), open(record));
            record.append(
                    draft(
                            new ReleaseFact.Ended(
                                    UNIT,
                                    ORDER,
                                    ReleaseFact.Ended.Ending.SCRAPPED,
                                    "r",
                                    List.of())));
            assertEquals(List.of(OTHER), open(record));
        }
    }

    @Test
    default void wrong_pins_in_a_row_are_counted_until_the_right_one() throws RecordProblem {
        try (var record = fresh()) {
            record.append(draft(new BenchFact.PinRefused(ANA)));
            record.append(draft(new BenchFact.PinRefused(ANA)));
            assertEquals(2, record.pinTries(ANA).wrong());
            assertEquals(NOW, record.pinTries(ANA).last());
            record.append(draft(new BenchFact.PinAccepted(ANA)));
            assertEquals(0, record.pinTries(ANA).wrong());
            assertEquals(0, record.pinTries(new PersonId("raj")).wrong());
        }
    }

    @Test
    default void a_subject_tells_all_that_is_about_it_in_order() throws RecordProblem {
        try (var record = fresh()) {
            record.append(draft(note(UNIT, "a"), note(OTHER, "b")));
            record.append(draft(new ReleaseFact.HoldPlaced(UNIT, new HoldId("HD-KA-2-2"), "why")));
            var types =
                    record.about(Subject.of(UNIT)).stream()
                            .map(r -> r.entry().envelope().type())
                            .toList();
            assertEquals(List.of("noted", "hold-placed"), types);
        }
    }

    @Test
    default void drafts_are_kept_by_unit_and_field_and_are_no_entries() throws RecordProblem {
        try (var record = fresh()) {
            long entries = record.waiting();
            record.draft(UNIT, "entry", "0.1");
            record.draft(UNIT, "rma", "88");
            record.draft(UNIT, "rma", "");
            assertEquals(Map.of("entry", "0.1"), record.drafts(UNIT));
            assertEquals(Map.of(), record.drafts(OTHER));
            assertEquals(entries, record.waiting());
        }
    }

    @Test
    default void a_command_that_contradicts_what_stands_stays_without_effect_as_a_whole()
            throws RecordProblem {
        try (var record = fresh()) {
            record.append(draft(received()));
            var again = new OrderId("RO-KA-223N-9");
            record.append(
                    draft(
                            note(UNIT, "comes with it"),
                            new IntakeFact.Received(UNIT, again, "CS", 1, Evidence.inferred())));
            var unit = record.unit(UNIT);
            assertEquals(1, unit.orders().size());
            assertEquals(3, unit.history().size());
            for (var r : unit.history().subList(1, 3))
                assertEquals("order " + ORDER + " is open", r.without().orElseThrow().why());
        }
    }

    @Test
    default void a_component_is_never_in_two_places() throws RecordProblem {
        var board = new UnitId(new PartId("ACME", "BOARD"), "B-1");
        var at = new PositionId("A1");
        var child = new Child.Serialised(board);
        try (var record = fresh()) {
            record.append(
                    draft(
                            received(),
                            new RepairFact.Installed(UNIT, ORDER, at, child, Evidence.inferred())));
            var second = new OrderId("RO-KA-223N-9");
            record.append(
                    draft(new IntakeFact.Received(OTHER, second, "CS", 1, Evidence.inferred())));
            record.append(
                    draft(new RepairFact.Installed(OTHER, second, at, child, Evidence.inferred())));
            assertEquals(UNIT, record.unit(board).installedIn().orElseThrow().parent());
            assertEquals(Map.of(), record.unit(OTHER).children());
        }
    }
}
