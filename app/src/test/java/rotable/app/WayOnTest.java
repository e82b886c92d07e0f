// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.identity.UnitId;
import rotable.record.RecordProblem;
import tools.jackson.databind.JsonNode;

/// What is next, where something stands in the way or nothing is left to do.
class WayOnTest {
    private static final String SENSOR = "SN12-00017";

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private Terminal terminal;

    @BeforeEach
    void open() throws RecordProblem, IOException {
        terminal = Terminal.open(folder);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

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
