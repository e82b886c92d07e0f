// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;
import static rotable.app.Terminal.outcome;
import static rotable.app.Terminal.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rotable.record.RecordProblem;

/// How a unit's stay ends, and what it can't do afterwards.
class EndsTest {
    private static final Map<String, String> MEANINGS =
            Map.of(
                    "unrepaired",
                    "returned unrepaired",
                    "ber",
                    "beyond economic repair",
                    "exchanged",
                    "exchanged",
                    "scrapped",
                    "scrapped");

    @TempDir Path folder;

    private void at(Terminal.Story story) throws RecordProblem, IOException {
        Terminal.at(folder, story);
    }

    @ParameterizedTest
    @CsvSource({"RT:UNREPAIRED,unrepaired", "RT:BER,ber", "RT:EXCHANGE,exchanged"})
    void a_stay_ends_by_a_supervisor_and_the_unit_leaves_once(String card, String status)
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type(card, "RT:R:COSTS", Terminal.LEE);
                    var ended = t.last("!pin 7531");
                    assertEquals(status, ended.get("unit").get("status").stringValue());
                    assertEquals("shipping", ended.get("unit").get("stage").stringValue());
                    labelled(t, status);
                    assertEquals("done", outcome(t.last("RT:SHIP")));
                    refused("already-shipped", t.last("RT:SHIP"));
                    assertEquals("done", outcome(t.last("RT:RECEIVE")));
                });
    }

    @Test
    void a_scrapped_unit_neither_leaves_nor_comes_back() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:SCRAP", "RT:R:COSTS", Terminal.LEE);
                    var ended = t.last("!pin 7531");
                    assertEquals("scrapped", ended.get("unit").get("status").stringValue());
                    labelled(t, "scrapped");
                    refused("unit-scrapped", t.last("RT:SHIP"));
                    refused("unit-scrapped", t.last("RT:RECEIVE"));
                    var held = t.last("RT:HOLD", "RT:R:QUALITY").get("unit");
                    assertEquals("scrapped", held.get("status").stringValue());
                    assertEquals("closed", held.get("stage").stringValue());
                });
    }

    /// The end has its paper, in words and by whose authority; its code opens the unit; it is
    /// printed once more when that is asked for.
    private static void labelled(Terminal t, String how) throws RecordProblem, IOException {
        var unit = t.record.unit(Terminal.unit());
        var order = unit.order().orElseThrow();
        var signed = unit.history().getLast().entry().envelope().signature().orElseThrow();
        assertEquals(MEANINGS.get(how), signed.meaning());
        var name = order.id().value() + "-" + how;
        var zpl = Files.readString(t.labels.resolve(name + "-large-203.zpl"));
        for (var must : List.of("K7Q0042", order.id().value(), "Reason", "Lee", "TRAINING"))
            assertTrue(zpl.contains(must), must + " in " + zpl);
        assertTrue(Files.size(t.labels.resolve(name + "-small.pdf")) > 0);
        Files.delete(t.labels.resolve(name + "-large-203.zpl"));
        assertEquals("done", outcome(t.last("RT:PRINT")));
        assertEquals(zpl, Files.readString(t.labels.resolve(name + "-large-203.zpl")));
        t.type("K8Q0001");
        var code = Files.readString(t.labels.resolve(name + ".code"));
        var scanned = t.last(code).get("unit");
        assertEquals("K7Q0042", scanned.get("serial").stringValue(), scanned.toString());
        assertEquals(how, scanned.get("status").stringValue());
    }

    @Test
    void a_unit_on_hold_does_not_leave_and_says_so_when_it_is_scanned()
            throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("RT:HOLD", "RT:R:QUALITY", "RT:UNREPAIRED", "RT:R:COSTS");
                    t.type(Terminal.LEE, "!pin 7531");
                    refused("unit-held", t.last("RT:SHIP"));
                    t.type("K8Q0001", "RT:RECEIVE", "RT:PARK");
                    var scanned = t.last(Terminal.UNIT);
                    assertEquals("attention", outcome(scanned), scanned.toString());
                    assertEquals("on-hold", codes(scanned).getFirst());
                });
    }

    @Test
    void a_hold_on_a_component_without_an_order_is_lifted_too() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "RT:PARK", "CB-19-00331", "RT:HOLD", "RT:R:QUALITY");
                    t.type("RT:UNHOLD", "RT:1", "RT:R:CLEARED", Terminal.LEE);
                    var lifted = t.last("!pin 7531");
                    assertEquals("done", outcome(lifted), lifted.toString());
                    var unit = rotable.identity.UnitId.parse("ACME/CTRL-BD/CB-19-00331");
                    assertTrue(t.record.unit(unit).holds().isEmpty());
                });
    }

    @Test
    void a_label_that_stands_for_nothing_any_more_says_so() throws RecordProblem, IOException {
        at(
                t -> {
                    released(t);
                    var first = t.record.unit(Terminal.unit()).order().orElseThrow();
                    var code = t.label(first);
                    t.type("RT:HOLD", "RT:R:QUALITY");
                    var held = t.last(code);
                    assertEquals("attention", outcome(held), held.toString());
                    assertTrue(
                            held.get("text").stringValue().endsWith(": a hold was placed."),
                            held.toString());
                    t.type("RT:PARK", "K8Q0001", "RT:RECEIVE", "RT:PARK");
                    assertEquals("label-void", codes(t.last(code)).getFirst());
                    t.type("RT:UNHOLD", "RT:1", "RT:R:CLEARED", Terminal.LEE, "!pin 7531");
                    again(t);
                    assertEquals("label-old", codes(t.last(code)).getFirst());
                });
    }

    @Test
    void a_component_that_came_out_has_a_state_and_a_place() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.type("CB-19-00331", "CB-22-10877", "RT:PARK", "CB-19-00331");
                    assertEquals("ask", outcome(t.last("RT:L")));
                    var unit = t.last("RT:1").get("unit");
                    assertEquals("removed", unit.get("status").stringValue());
                    assertEquals("QUARANTINE", unit.get("location").stringValue());
                    var from = unit.get("removedFrom");
                    assertEquals("K7Q0042", from.get("serial").stringValue());
                    assertEquals("A3", from.get("position").stringValue());
                    var parent = t.last(Terminal.UNIT).get("unit");
                    assertTrue(
                            parent.get("children").toString().contains("CB-22-10877"),
                            parent.toString());
                });
    }

    @Test
    void equipment_found_wrong_later_asks_for_its_test_again() throws RecordProblem, IOException {
        at(
                t -> {
                    t.received();
                    t.tested("2026-11-20T10:00:00Z");
                    TrainingRecord.publish(
                            t.record,
                            "\"outOfTolerance\": [{\"asset\": \"DMM-07\", \"since\": \"2026-11-01\"}]");
                    assertTrue(codes(t.last("RT:WHY")).contains("G10"));
                    var asked = t.last("RT:TEST");
                    assertEquals("ask", outcome(asked), asked.toString());
                    assertTrue(
                            asked.get("text").stringValue().contains("LOAD100"), asked.toString());
                });
    }

    /// Straight through to the release.
    private static void released(Terminal t) throws IOException {
        t.received();
        t.type("CB-19-00331", "CB-22-10877");
        t.tested("2026-11-20T10:00:00Z");
        again(t);
    }

    private static void again(Terminal t) throws IOException {
        t.type("RT:SIGN", Terminal.KIM, "!pin 3690");
        var answer = t.last("RT:RELEASE", Terminal.LEE, "!pin 7531");
        assertEquals("done", outcome(answer), answer.toString());
    }
}
