// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a bench is told of its own work when another one knew better.
class ToldElsewhereTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";

    private static List<String> told(List<JsonNode> answers) {
        return answers.stream().map(TwoBenches::text).toList();
    }

    @Test
    void a_release_over_a_hold_that_was_not_known_does_not_hold() throws Exception {
        two.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
        step(two, one);
        one.type(Terminal.ANA, SENSOR, "RT:HOLD", "RT:R:QUALITY");
        two.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE);
        assertEquals("DONE", outcome(two.last("!pin 7531")));
        var order =
                two.record
                        .unit(rotable.identity.UnitId.parse("ACME/SEN-12/" + SENSOR))
                        .order()
                        .orElseThrow();
        var label = two.label(order);
        var release = order.release().orElseThrow().id();
        step(one);
        var answers = two.type("!sync");
        var lost = SENSOR + ": its release " + release.value() + " does not hold.";
        assertTrue(answers.toString().contains(lost), told(answers).toString());
        assertTrue(answers.toString().contains("Take the label off"), told(answers).toString());
        assertEquals(1, two.type("!sync").size(), "it is told once");
        var scanned = two.last(label);
        var never = "Label " + release.value() + " was never good: B1 went on with it meanwhile.";
        assertEquals(never, text(scanned), scanned.toString());
    }

    @Test
    void whoever_put_the_unit_aside_hears_of_it_too() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        two.type(Terminal.ANA, Terminal.UNIT);
        intake(two);
        two.type("RT:PARK", SENSOR, "RT:RECEIVE");
        step(one);
        var answers = two.type("!sync");
        var said = told(answers).toString();
        assertTrue(said.contains("K7Q0042 was received elsewhere first."), said);
        assertEquals(1, two.type("!sync").size(), "it is told once");
    }

    @Test
    void whoever_received_second_hears_where_the_work_is_kept() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        two.type(Terminal.ANA, Terminal.UNIT);
        intake(two);
        var own = two.record.unit(Terminal.unit()).order().orElseThrow().id().value();
        step(one);
        var answers = two.type("!sync");
        assertTrue(told(answers).contains("K7Q0042 was received elsewhere first."));
        var kept = "What was done here is kept under " + own;
        assertTrue(answers.toString().contains(kept), answers.toString());
    }

    @Test
    void a_question_that_is_open_is_open_still() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        two.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:ALLOK");
        step(one);
        var told = two.type("!sync").getLast();
        assertTrue(text(told).contains("received elsewhere first"), told.toString());
        assertTrue(told.toString().contains("Ana signs “intake inspected”"), told.toString());
        assertEquals("PIN", told.get("expects").get(0).stringValue());
    }

    @Test
    void a_value_that_is_waited_for_is_waited_for_still() throws Exception {
        two.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
        step(two, one);
        two.type("RT:TEST", "DMM-07");
        one.type(Terminal.ANA, SENSOR, "OC-100001", "OC-100002");
        step(one);
        var told = two.type("!sync").getLast();
        assertTrue(text(told).contains("was changed at B1"), told.toString());
        assertTrue(told.toString().contains("OUTPUT: output, 4.90 to 5.10 V."), told.toString());
    }
}
