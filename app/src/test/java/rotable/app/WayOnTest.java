// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.outcome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.fact.IntakeFact.Checked;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import rotable.unit.CheckState;
import rotable.unit.Unit;
import tools.jackson.databind.JsonNode;

/// What is next, where something stands in the way or nothing is left to do.
// One way after the other, and so longer than most.
class WayOnTest extends AtATerminal {
    private static final String SENSOR = "SN12-00017";

    private static List<String> next(JsonNode answer) {
        var next = new ArrayList<String>();
        for (var reason : answer.get("reasons"))
            if (reason.has("next")) next.add(reason.get("next").stringValue());
        return next;
    }

    private static JsonNode line(JsonNode answer, String id) {
        for (var line : answer.get("gate"))
            if (line.get("id").stringValue().equals(id)) return line;
        throw new AssertionError("no " + id + " in " + answer);
    }

    private static List<String> expects(JsonNode answer) {
        var expects = new ArrayList<String>();
        answer.get("expects").forEach(e -> expects.add(e.stringValue()));
        return expects;
    }

    private void intake() throws IOException {
        terminal.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
    }

    @Test
    void a_test_that_waits_for_its_value_says_so() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07");
        var why = terminal.last("RT:WHY");
        assertEquals(
                "OUTPUT is begun, its value not taken", line(why, "G07").get("fact").stringValue());
        assertEquals("type the value", line(why, "G07").get("next").stringValue());
    }

    @Test
    void a_line_that_is_done_is_done_again_with_its_tool() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NOISE", "TQ-11", "!value 1.2 Nm");
        assertEquals("ask", outcome(terminal.last("TQ-11")));
        assertEquals("attention", outcome(terminal.last("!value 1.5 Nm")));
        assertEquals("fails", line(terminal.last("RT:WHY"), "G03").get("state").stringValue());
        terminal.type("TQ-11", "!value 1.3 Nm");
        assertEquals("holds", line(terminal.last("RT:WHY"), "G03").get("state").stringValue());
    }

    @Test
    void a_line_that_was_left_out_is_done_after_all() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NOISE", "RT:NA", "!reason the cover stays on");
        assertEquals("holds", line(terminal.last("RT:WHY"), "G03").get("state").stringValue());
        terminal.type("TQ-11", "!value 1.2 Nm");
        var unit = terminal.record.unit(UnitId.parse("ACME/BLW-90/BL90-00007"));
        var checks = unit.openOrder().orElseThrow().checks();
        var taken = Optional.ofNullable(checks.get("TQ-COVER")).flatMap(CheckState::value);
        assertEquals(Optional.of("1.2 Nm"), taken);
    }

    @Test
    void a_line_that_was_answered_is_not_in_order_after_all() throws Exception {
        intake();
        var which = terminal.last("RT:NOK");
        assertEquals("ask", outcome(which));
        var first = which.get("choices").get(0).get("text").stringValue();
        var why = terminal.last("RT:1", "RT:WHY");
        assertTrue(line(why, "G03").get("fact").stringValue().contains(first), why.toString());
        why = terminal.last("RT:OK", "RT:WHY");
        assertEquals("holds", line(why, "G03").get("state").stringValue());
    }

    @Test
    void work_of_somebody_unqualified_is_named_and_done_again() throws Exception {
        intake();
        terminal.type(Terminal.KIM, "OC-100001", "OC-100002");
        var people = line(terminal.last("RT:WHY"), "G13");
        assertEquals(
                "Kim is not qualified for REPAIR: O2-CELL at C1", people.get("fact").stringValue());
        terminal.type(Terminal.ANA, "OC-100002", "OC-100003");
        assertEquals("holds", line(terminal.last("RT:WHY"), "G13").get("state").stringValue());
    }

    @Test
    void a_torque_by_somebody_unqualified_is_named_by_its_line() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NOISE", Terminal.KIM, "TQ-11", "!value 1.2 Nm");
        var people = line(terminal.last("RT:WHY"), "G13");
        assertTrue(people.get("fact").stringValue().contains("Cover screws"), people.toString());
        terminal.type(Terminal.ANA, "TQ-11", "!value 1.2 Nm");
        assertEquals("holds", line(terminal.last("RT:WHY"), "G13").get("state").stringValue());
    }

    private void released() throws IOException {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
    }

    private Unit sensor() throws RecordProblem {
        return terminal.record.unit(UnitId.parse("ACME/SEN-12/" + SENSOR));
    }

    @Test
    void what_made_a_release_void_is_not_taken_back() throws Exception {
        released();
        terminal.type("RT:A:ADJUSTED", "RT:CONFIRM");
        Terminal.refused("void-stays", terminal.last("RT:UNDO"));
        terminal.type("RT:HOLD", "RT:R:QUALITY");
        Terminal.refused("hold-stays", terminal.last("RT:UNDO"));
    }

    @Test
    void a_released_unit_that_did_not_leave_is_received_when_that_is_confirmed() throws Exception {
        released();
        var asked = terminal.last("RT:RECEIVE");
        assertEquals("attention", outcome(asked), asked.toString());
        assertEquals(1, sensor().orders().size());
        assertEquals("done", outcome(terminal.last("RT:CONFIRM")));
        assertEquals(2, sensor().orders().size());
    }

    @Test
    void a_value_of_equipment_whose_calibration_ran_out_meanwhile_proves_nothing()
            throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "RT:PARK", "!time 2027-03-01T08:00:00Z", SENSOR);
        terminal.type("!value 5.0 V");
        assertEquals("fails", line(terminal.last("RT:WHY"), "G10").get("state").stringValue());
    }

    @Test
    void whoever_runs_a_test_once_more_releases_nothing_before_it_has_ended() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:TEST", "RT:1", "DMM-07");
        Terminal.refused("test-under-way", terminal.last("RT:RELEASE"));
        terminal.type("RT:CANCEL", "RT:1", "RT:RELEASE", Terminal.LEE);
        assertEquals("done", outcome(terminal.last("!pin 7531")));
    }

    @Test
    void an_open_question_is_not_dropped_by_a_tool_a_badge_or_another_unit() throws Exception {
        intake();
        terminal.type("OC-100001", "OC-100002", "RT:PARK");
        terminal.type("SN12-00018", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        assertEquals("ask", outcome(terminal.last("OC-100001")));
        Terminal.refused("question-open", terminal.last("DMM-07"));
        Terminal.refused("question-open", terminal.last(Terminal.LEE));
        assertEquals("attention", outcome(terminal.last(SENSOR)));
        Terminal.refused("question-open", terminal.last("RT:TEST"));
    }

    @Test
    void a_label_read_by_mistake_leaves_the_tool_in_hand() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NOISE", "TQ-11");
        assertEquals("attention", outcome(terminal.last("BL90-00008")));
        assertEquals("done", outcome(terminal.last("!value 1.2 Nm")));
    }

    @Test
    void taking_back_closes_the_question_first() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", "RT:UNDO");
        assertEquals(1, sensor().openOrder().orElseThrow().runs("OUTPUT").size());
        assertEquals("holds", line(terminal.last("RT:WHY"), "G07").get("state").stringValue());
    }

    @Test
    void taking_back_what_is_to_be_confirmed_takes_nothing_else_back() throws Exception {
        released();
        var entries = sensor().history().size();
        assertEquals("attention", outcome(terminal.last("RT:A:ADJUSTED")));
        assertEquals("done", outcome(terminal.last("RT:UNDO")));
        Terminal.refused("nothing-pending", terminal.last("RT:CONFIRM"));
        assertEquals(entries, sensor().history().size());
    }

    @Test
    void a_released_unit_is_put_aside() throws Exception {
        released();
        assertEquals("done", outcome(terminal.last("RT:PARK")));
        assertFalse(terminal.last("RT:HELP").has("unit"));
    }

    @Test
    void a_component_that_is_new_is_not_to_be_received() throws Exception {
        var shown = terminal.last(Terminal.ANA, "OC-100002");
        assertEquals("OC-100002, O2-CELL: new to this depot.", shown.get("text").stringValue());
        assertTrue(shown.get("next").stringValue().contains("scan it there"), shown.toString());
    }

    @Test
    void what_is_left_open_with_leave_is_named() throws Exception {
        terminal.received();
        terminal.type("PB-19-00001", "RT:NA", "RT:R:CUSTOMER", Terminal.LEE, "!pin 7531");
        assertEquals(
                "Removals: 1, left open with leave: A1",
                line(terminal.last("RT:WHY"), "G04").get("fact").stringValue());
    }

    @Test
    void a_line_that_takes_a_tool_is_not_done_without_it() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        assertEquals("ask", outcome(terminal.last("RT:OK")));
        Terminal.refused("step-needs-tool", terminal.last("!value 1.2 Nm"));
        assertTrue(expects(terminal.last("RT:WHY")).contains("tool TORQUE"));
        assertEquals("attention", outcome(terminal.last("TQ-11", "!value 1.5 Nm")));
        assertEquals("done", outcome(terminal.last("!value 1.2 Nm")));
        var steps = line(terminal.last("RT:WHY"), "G03");
        assertEquals("holds", steps.get("state").stringValue(), steps.toString());
    }

    @Test
    void a_component_that_came_out_of_another_unit_does_not_come_out_of_this_one()
            throws Exception {
        intake();
        terminal.type("OC-100001", "OC-100002", "RT:PARK");
        terminal.type("SN12-00018", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        var asked = terminal.last("OC-100001");
        assertEquals("ask", outcome(asked), asked.toString());
        assertTrue(asked.toString().contains("came out of " + SENSOR + " at C1"), asked.toString());
        terminal.type("RT:1", "!reason it hung on its wires");
        terminal.type("OC-100003");
        var removals = line(terminal.last("RT:WHY"), "G05");
        assertEquals("fails", removals.get("state").stringValue(), removals.toString());
    }

    @Test
    void a_reason_is_not_asked_for_any_longer_than_what_it_is_for() throws Exception {
        terminal.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:NA");
        assertEquals("done", outcome(terminal.last("RT:OK")));
        assertEquals("refused", outcome(terminal.last("RT:R:CUSTOMER")));
    }

    @Test
    void which_position_stays_open_is_asked() throws Exception {
        terminal.received();
        terminal.type("PB-19-00001", "CB-19-00331");
        var which = terminal.last("RT:NA");
        assertEquals(2, which.get("choices").size(), which.toString());
        terminal.type("RT:2", "RT:R:CUSTOMER", Terminal.LEE, "!pin 7531");
        var order = terminal.record.unit(Terminal.unit()).openOrder().orElseThrow();
        assertEquals(List.of("A1"), order.unfilled().stream().map(p -> p.value()).toList());
    }

    @Test
    void work_on_a_released_unit_reopens_it_when_it_is_confirmed() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var test = terminal.last("RT:TEST");
        assertTrue(test.toString().contains("Work on it reopens it"), test.toString());
        assertEquals("attention", outcome(terminal.last("RT:A:ADJUSTED")));
        assertEquals("released", terminal.last("RT:WHY").get("unit").get("status").stringValue());
        assertEquals("done", outcome(terminal.last("RT:A:ADJUSTED", "RT:CONFIRM")));
        assertEquals("G08", Terminal.codes(terminal.last("RT:WHY")).getFirst());
    }

    @Test
    void what_was_let_pass_names_who_and_why() throws Exception {
        terminal.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:F:DRIFT");
        assertTrue(terminal.last("RT:OVERRIDE").get("choices").toString().contains("Intake"));
        terminal.type("RT:1", "!reason nobody was there to sign", Terminal.LEE, "!pin 7531");
        var line = line(terminal.last("RT:WHY"), "G02");
        assertEquals("overridden", line.get("state").stringValue(), line.toString());
        var fact = line.get("fact").stringValue();
        assertTrue(fact.contains("let pass by Lee until"), fact);
        assertTrue(fact.endsWith(": nobody was there to sign"), fact);
        terminal.type("!time 2026-11-21T09:00:00Z", Terminal.ANA, SENSOR);
        line = line(terminal.last("RT:WHY"), "G02");
        assertEquals("fails", line.get("state").stringValue(), line.toString());
        fact = line.get("fact").stringValue();
        assertTrue(fact.startsWith("Intake is not signed – let pass by Lee until"), fact);
    }

    @Test
    void where_the_intake_was_let_pass_the_repair_is_answered() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:OK", "RT:OK");
        terminal.type("RT:OVERRIDE", "RT:1", "!reason nobody was there to sign");
        terminal.type(Terminal.LEE, "!pin 7531", "RT:F:NOISE");
        assertTrue(expects(terminal.last("RT:WHY")).contains("tool TORQUE"));
    }

    @Test
    void nobody_unlocks_their_own_pin() throws Exception {
        terminal.type(Terminal.LEE);
        Terminal.refused("own-pin", terminal.last("!unlock " + Terminal.LEE));
        assertEquals("ask", outcome(terminal.last("!unlock")));
    }

    @Test
    void a_copy_is_scanned_back_like_the_first() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var unit = terminal.record.unit(UnitId.parse("ACME/SEN-12/" + SENSOR));
        var code = terminal.label(unit.order().orElseThrow());
        assertEquals("RT:SHIP", expects(terminal.last(code)).getFirst());
        assertEquals("label", expects(terminal.last("RT:REPRINT", "RT:R:DAMAGED")).getFirst());
        assertEquals("done", outcome(terminal.last(code)));
    }

    @Test
    void all_that_is_received_is_told_until_it_is_done() throws Exception {
        terminal.type(Terminal.ANA, "RT:RECEIVE");
        assertTrue(expects(terminal.last(SENSOR)).contains("RT:DONE"));
        terminal.type("RT:ALLOK");
        var next = terminal.last("SN12-00018");
        assertTrue(next.toString().contains("to receive it"), next.toString());
        assertFalse(expects(terminal.last("RT:DONE")).contains("RT:DONE"));
    }

    @Test
    void a_bench_that_the_depot_does_not_know_records_nothing() throws Exception {
        try (var other = Terminal.open(folder.resolve("B9"), "B9")) {
            other.type(Terminal.ANA, SENSOR);
            Terminal.refused("bench-unknown", other.started());
            Terminal.refused("bench-unknown", other.last("RT:RECEIVE"));
        }
    }

    @Test
    void no_pin_is_shown_where_none_was_asked_for() throws Exception {
        intake();
        var answer = terminal.last("!typed 7531");
        assertFalse(answer.toString().contains("7531"), answer.toString());
    }

    @Test
    void a_component_that_has_no_place_here_puts_nothing_aside_by_itself() throws Exception {
        intake();
        var asked = terminal.last("CB-19-00331");
        assertEquals("attention", outcome(asked), asked.toString());
        assertEquals(SENSOR, asked.get("unit").get("serial").stringValue());
        var shown = terminal.last("CB-19-00331");
        assertEquals("CB-19-00331", shown.get("unit").get("serial").stringValue());
    }

    @Test
    void a_fail_is_kept() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 9.99");
        Terminal.refused("fail-stays", terminal.last("RT:UNDO"));
    }

    @Test
    void what_was_left_open_can_still_be_filled_and_stands_on_the_label_otherwise()
            throws Exception {
        intake();
        terminal.type("OC-100001", "RT:NA", "RT:R:NO-STOCK", Terminal.LEE, "!pin 7531");
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        try (var files = java.nio.file.Files.list(terminal.labels)) {
            var zpl = files.filter(f -> f.toString().endsWith("-1-large-203.zpl")).findFirst();
            var label = java.nio.file.Files.readString(zpl.orElseThrow());
            assertTrue(label.contains("FDOpen\\3A C1 "), label);
            var small =
                    java.nio.file.Files.readString(
                            java.nio.file.Path.of(zpl.get().toString().replace("large", "small")));
            assertTrue(small.contains("FDLIMITED") && !small.contains("OVERRIDE"), small);
        }
        assertEquals("attention", outcome(terminal.last("OC-100002")));
        var filled = terminal.last("RT:CONFIRM");
        assertEquals("done", outcome(filled), filled.toString());
    }

    @Test
    void a_measured_value_is_no_reason() throws Exception {
        intake();
        terminal.type("RT:HOLD");
        Terminal.refused("reason-needed", terminal.last("!value 5 V"));
        assertEquals("done", outcome(terminal.last("!reason quality asked for it")));
    }

    @Test
    void the_reason_comes_before_the_badge() throws Exception {
        intake();
        terminal.type("RT:HOLD", "RT:R:QUALITY", "RT:UNHOLD");
        Terminal.refused("reason-first", terminal.last(Terminal.LEE));
        terminal.type("RT:R:CLEARED", Terminal.LEE);
        assertEquals("done", outcome(terminal.last("!pin 7531")));
    }

    @Test
    void a_question_keeps_its_answers_when_something_else_is_scanned() throws Exception {
        intake();
        terminal.type("RT:HOLD", "RT:R:QUALITY", "RT:HOLD", "RT:R:CUSTOMER", "RT:UNHOLD");
        var other = terminal.last("RT:TEST");
        assertEquals(List.of("question-open"), Terminal.codes(other));
        assertEquals(2, other.get("choices").size(), other.toString());
    }

    @Test
    void what_has_left_is_received_by_its_label_only_and_is_on_no_shelf() throws Exception {
        intake();
        terminal.type("RT:UNREPAIRED", "RT:R:CUSTOMER", Terminal.LEE, "!pin 7531", "RT:SHIP");
        assertEquals("refused", outcome(terminal.last("RT:L:SHELF")));
        var why = terminal.last("RT:WHY");
        assertEquals("done", outcome(why), why.toString());
        assertFalse(why.has("next"), why.toString());
        var order = terminal.last("RT:RECEIVE").get("unit").get("order").stringValue();
        var again = terminal.last("RT:DONE", SENSOR, "RT:RECEIVE");
        assertEquals("done", outcome(again), again.toString());
        assertFalse(order.equals(again.get("unit").get("order").stringValue()), again.toString());
    }

    @Test
    void a_rejection_expects_what_it_sent_the_unit_back_for() throws Exception {
        terminal.received();
        terminal.tested("2026-11-20T10:00:00Z");
        terminal.type("RT:REJECT", "RT:4", "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
        assertTrue(expects(terminal.last("RT:WHY")).contains("RT:TEST"));
    }

    /// A test that nobody finished does not answer the inspector.
    @Test
    void a_rejection_is_not_answered_by_a_test_without_a_result() throws Exception {
        terminal.received();
        terminal.tested("2026-11-20T10:00:00Z");
        terminal.type("RT:REJECT", "RT:4", "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
        var begun = terminal.last("RT:TEST:HIPOT", "HIPOT-03");
        assertEquals("test", begun.get("unit").get("stage").stringValue(), begun.toString());
        terminal.type("RT:CANCEL", "RT:1");
        var signed = terminal.last("RT:SIGN");
        assertEquals("refused", outcome(signed), signed.toString());
        assertEquals(List.of("nothing-done-since"), Terminal.codes(signed));
    }

    /// The answers go to the lines in their order, whatever they are.
    @Test
    void a_line_that_is_not_in_order_is_not_answered_by_the_next_answer() throws Exception {
        terminal.type(Terminal.ANA, "K7Q0042", "RT:RECEIVE", "RT:NOK", "RT:OK");
        var unit = terminal.record.unit(terminal.record.unitsWithSerial("K7Q0042").getFirst());
        var answers = new ArrayList<Checked.Answer>();
        for (var check : unit.openOrder().orElseThrow().checks().values())
            answers.add(check.fact().answer());
        assertEquals(List.of(Checked.Answer.NOT_OK, Checked.Answer.OK), answers);
    }

    @Test
    void a_question_takes_its_number_typed_and_outlasts_what_means_nothing() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:REJECT");
        var stray = terminal.last("GARBAGE-17");
        assertEquals("refused", outcome(stray), stray.toString());
        assertEquals(4, stray.get("choices").size(), stray.toString());
        assertEquals("ask", outcome(terminal.last("4")));
        assertTrue(expects(terminal.last("RT:WHY")).contains("RT:R:…"));
    }

    /// What is typed next is the PIN, and it is kept nowhere.
    @Test
    void at_a_signature_nothing_else_is_taken_up() throws Exception {
        terminal.type(Terminal.ANA, "BL90-00007", "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
        terminal.type("RT:F:NOISE", "TQ-11", "!value 1.2 Nm", "RT:HOLD", "RT:R:QUALITY");
        terminal.type("RT:UNHOLD", "RT:R:CLEARED", Terminal.LEE);
        Terminal.refused("pin-needed", terminal.last("TQ-11"));
        Terminal.refused("pin-needed", terminal.last("RT:F:NFF"));
        assertEquals("done", outcome(terminal.last("!pin 7531")));
        var unit = terminal.record.unit(UnitId.parse("ACME/BLW-90/BL90-00007"));
        assertEquals(List.of(), unit.holds());
        assertEquals(1, unit.openOrder().orElseThrow().faults().size());
    }

    @Test
    void a_number_is_no_reason() throws Exception {
        intake();
        terminal.type("RT:HOLD");
        Terminal.refused("number-is-no-reason", terminal.last("!reason 7531"));
        assertEquals("done", outcome(terminal.last("!reason it smells")));
    }

    @Test
    void a_timer_that_waits_is_started_next() throws Exception {
        terminal.received();
        terminal.type("RT:TEST:BURN-IN");
        assertTrue(expects(terminal.last("RT:WHY")).contains("RT:START"));
    }

    @Test
    void a_component_at_a_signature_is_scanned_again_before_it_is_out() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE);
        var scanned = terminal.last("OC-100001");
        assertEquals("attention", outcome(scanned), scanned.toString());
        assertFalse(scanned.has("entries"), scanned.toString());
        assertTrue(expects(terminal.last("RT:CANCEL")).contains("PIN"));
        assertEquals("done", outcome(terminal.last("!pin 7531")));
    }

    @Test
    void a_void_label_leads_to_the_bench() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var unit = terminal.record.unit(UnitId.parse("ACME/SEN-12/" + SENSOR));
        terminal.type("RT:HOLD", "RT:R:QUALITY", "RT:PARK");
        var shown = terminal.last(terminal.label(unit.order().orElseThrow()));
        assertEquals("attention", outcome(shown), shown.toString());
        assertTrue(
                next(shown).getFirst().startsWith("Bring the unit to the bench"), shown.toString());
        assertEquals("attention", outcome(terminal.last("RT:WHY")));
    }

    @Test
    void a_label_that_is_scanned_again_switches_as_a_nameplate_does() throws Exception {
        intake();
        terminal.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var unit = terminal.record.unit(UnitId.parse("ACME/SEN-12/" + SENSOR));
        var label = terminal.label(unit.order().orElseThrow());
        terminal.type(label, "RT:PARK");
        terminal.type("K7Q0042", "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:TEST");
        assertEquals("attention", outcome(terminal.last(label)));
        var there = terminal.last(label);
        assertEquals(SENSOR, there.get("unit").get("serial").stringValue(), there.toString());
    }

    @Test
    void of_a_scrapped_unit_nothing_is_expected() throws Exception {
        intake();
        terminal.type("RT:SCRAP", "RT:R:COSTS", Terminal.LEE);
        var ended = terminal.last("!pin 7531");
        assertEquals("done", outcome(ended), ended.toString());
        assertEquals(List.of("unit"), expects(ended));
        assertEquals("refused", outcome(terminal.last("RT:RECEIVE")));
    }

    @Test
    void a_rejection_that_was_answered_waits_for_the_next_inspection() throws Exception {
        terminal.received();
        terminal.tested("2026-11-20T10:00:00Z");
        terminal.type("RT:REJECT", "RT:3", "RT:R:WORKMANSHIP", Terminal.KIM, "!pin 3690");
        var sentBack = line(terminal.last("RT:WHY"), "G14");
        assertEquals("do again what it was sent back for", sentBack.get("next").stringValue());
        terminal.type("RT:A:REWORK");
        terminal.tested("2026-11-20T13:00:00Z");
        var again = line(terminal.last("RT:WHY"), "G14");
        assertEquals("Not inspected", again.get("fact").stringValue(), again.toString());
        assertEquals("RT:SIGN, inspector’s badge", again.get("next").stringValue());
    }
}
