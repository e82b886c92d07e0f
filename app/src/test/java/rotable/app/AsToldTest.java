// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;
import static rotable.app.Terminal.outcome;
import static rotable.app.Terminal.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// Whoever does what the bench says gets on: each next step is followed to the letter.
// One trap after the other, and so longer than most.
class AsToldTest extends AtATerminal {
    private static final String SENSOR = "SN12-00017";

    /// The program ends and is started again; what it says first.
    private String restarted() throws RecordProblem, IOException {
        terminal.close();
        terminal = Terminal.open(folder);
        return text(terminal.started());
    }

    private static List<String> stages(JsonNode answer) {
        var stages = new ArrayList<String>();
        answer.get("unit")
                .get("times")
                .get("stages")
                .properties()
                .forEach(s -> stages.add(s.getKey() + " " + s.getValue().longValue()));
        return stages;
    }

    private void received(String serial) throws IOException {
        terminal.type(Terminal.ANA, serial, "RT:RECEIVE", "RT:ALLOK", "!pin 2580");
    }

    private void released() throws IOException {
        received(SENSOR);
        terminal.type("RT:F:DRIFT", "RT:TEST", "DMM-07", "!value 5.01");
        terminal.type("RT:RELEASE", Terminal.LEE);
        assertEquals("done", outcome(terminal.last("!pin 7531")));
    }

    @Test
    void a_second_print_asks_why_and_is_a_reprint() throws Exception {
        released();
        assertEquals("ask", outcome(terminal.last("RT:PRINT")));
        var again = terminal.last("RT:R:DAMAGED");
        assertTrue(text(again).contains("copy 2"), again.toString());
    }

    @Test
    void nothing_is_taken_back_once_the_label_was_scanned_back() throws Exception {
        released();
        var sensor = rotable.identity.UnitId.parse("ACME/SEN-12/" + SENSOR);
        terminal.type(terminal.label(terminal.record.unit(sensor).order().orElseThrow()));
        assertEquals("done", outcome(terminal.last("RT:SHIP")));
        refused("nothing-to-undo", terminal.last("RT:UNDO"));
    }

    @Test
    void a_timer_is_not_started_where_no_test_has_one() throws Exception {
        received(SENSOR);
        refused("no-timed-test", terminal.last("RT:START"));
        assertTrue(codes(terminal.last("RT:WHY")).contains("G07"));
    }

    @Test
    void a_value_answers_what_was_asked_last() throws Exception {
        received("BL90-00007");
        terminal.type("RT:TEST", "FLOW-01");
        assertTrue(text(terminal.last("TQ-11")).contains("Cover screws"));
        var torque = terminal.last("!value 1.2");
        assertTrue(text(torque).contains("TQ-COVER"), torque.toString());
        assertTrue(text(terminal.last("!value 120")).contains("FLOW"));
    }

    @Test
    void a_line_of_the_checklist_that_is_out_of_limits_says_by_how_much() throws Exception {
        received("BL90-00007");
        var bad = terminal.last("TQ-11", "!value 117.999");
        assertEquals("attention", outcome(bad), bad.toString());
        assertEquals("TQ-COVER: 117.999 Nm is not within the limits, 1.1 to 1.3 Nm.", text(bad));
        assertTrue(bad.toString().contains("Do it again"), bad.toString());
    }

    @Test
    void whoever_comes_back_finds_the_unit_that_has_ended_and_the_label_that_may_be_missing()
            throws Exception {
        released();
        var said = restarted();
        assertTrue(said.contains("of " + SENSOR + " has not been scanned back"), said);
        received("SN12-00018");
        terminal.type("RT:UNREPAIRED", "RT:R:CUSTOMER", Terminal.LEE, "!pin 7531");
        restarted();
        var unit = terminal.last(Terminal.ANA).get("unit");
        assertEquals("SN12-00018", unit.get("serial").stringValue(), unit.toString());
    }

    @Test
    void nothing_is_no_declaration() throws Exception {
        terminal.type(Terminal.ANA, SENSOR, "RT:RECEIVE");
        for (var verb : List.of("!customer", "!rma", "!fault", "!condition"))
            refused("text-empty", terminal.last(verb));
    }

    @Test
    void the_next_step_is_no_way_round_a_scan() throws Exception {
        terminal.received();
        terminal.type("CB-19-00331");
        assertEquals("Next is a scan: component.", text(terminal.last("RT:NEXT")));
    }

    @Test
    void the_next_step_after_a_release_is_the_scan_of_its_label() throws Exception {
        released();
        assertEquals("Next is a scan: label.", text(terminal.last("RT:NEXT")));
    }

    @Test
    void a_serial_is_typed_with_its_reason_in_one_line() throws Exception {
        terminal.type(Terminal.ANA);
        var asked = terminal.last("!typed " + SENSOR);
        refused("reason-needed", asked);
        assertTrue(asked.toString().contains("Type it, a blank and the reason"), asked.toString());
        terminal.type("!typed " + SENSOR + " torn off");
        assertTrue(text(terminal.last("!typed " + SENSOR)).contains("new to this depot"));
    }

    @Test
    void a_locked_pin_is_unlocked_by_whoever_may() throws Exception {
        terminal.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK");
        for (int i = 0; i < 10; i++)
            terminal.type("!pin 1111", "!time 2026-11-2%dT0%d:00:00Z".formatted(1 + i / 5, i % 5));
        refused("role-needed", terminal.last("RT:UNLOCK"));
        terminal.type("RT:CANCEL", Terminal.LEE, "RT:UNLOCK");
        assertEquals("Ana has new tries.", text(terminal.last(Terminal.ANA)));
    }

    @Test
    void a_timer_that_was_taken_back_is_not_running() throws Exception {
        terminal.received();
        terminal.type("RT:START", "RT:STOP", "RT:CANCEL");
        assertEquals("Taken back: BURN-IN started.", text(terminal.last("RT:UNDO")));
        var why = terminal.last("RT:WHY").toString();
        assertTrue(why.contains("BURN-IN is begun, its timer not started"), why);
        assertFalse(why.contains("BURN-IN running"), why);
        terminal.type("!time 2026-11-20T09:00:00Z", "RT:START");
        why = terminal.last("RT:WHY").toString();
        assertTrue(why.contains("BURN-IN running since 09:00"), why);
    }

    @Test
    void what_is_no_number_is_none_in_parts_either() throws Exception {
        received(SENSOR);
        terminal.type("RT:TEST", "DMM-07");
        refused("not-a-number", terminal.last("!value 4.2.3"));
        assertTrue(text(terminal.last("!value 5.01V")).contains("PASS"));
    }

    /// The parts of a second are kept between the stages, and a long test is no inspection.
    @Test
    void the_stages_sum_to_the_gross_time_and_go_by_what_is_missing() throws Exception {
        terminal.type("!time 2026-11-20T08:00:00.600Z");
        terminal.received();
        terminal.type("!time 2026-11-20T08:10:00.300Z", "RT:START", "RT:TEST", "HIPOT-03");
        terminal.type("!time 2026-11-20T09:10:00.900Z", "!value 0.18 mA");
        var times = terminal.last("!time 2026-11-20T10:10:00.200Z", "RT:WHY");
        assertEquals(List.of("repair 599", "test 7200"), stages(times));
        assertEquals(7799, times.get("unit").get("times").get("gross").longValue());
        assertEquals("test", times.get("unit").get("stage").stringValue());
    }

    /// A power failure cuts a file's end; what is wrong further up was somebody else.
    @Test
    void a_mirror_that_was_changed_by_hand_is_told() throws Exception {
        received(SENSOR);
        terminal.close();
        try (var files = Files.walk(folder)) {
            var mirror =
                    files.filter(f -> f.toString().endsWith("00000001.log"))
                            .findFirst()
                            .orElseThrow();
            var bytes = Files.readAllBytes(mirror);
            bytes[bytes.length / 2] ^= 1;
            Files.write(mirror, bytes);
        }
        terminal = Terminal.open(folder);
        var said = text(terminal.started());
        assertTrue(said.startsWith("The mirror file was damaged"), said);
        assertEquals("Ready.", restarted());
    }
}
