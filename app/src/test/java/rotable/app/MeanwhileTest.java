// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.identity.UnitId;
import tools.jackson.databind.JsonNode;

/// What another bench did while somebody was in the middle of something here.
class MeanwhileTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";
    private static final String RAJ = "BG-KA-2225-G";

    private static UnitId sensor() {
        return UnitId.parse("ACME/SEN-12/" + SENSOR);
    }

    private static String told(List<JsonNode> answers) {
        return answers.stream().map(JsonNode::toString).toList().toString();
    }

    private void received(Terminal bench) throws Exception {
        bench.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
    }

    private void tested(Terminal bench) throws Exception {
        bench.type("RT:TEST", "DMM-07", "!value 5.01");
    }

    private void away(Terminal bench) throws Exception {
        bench.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
        var order = bench.record.unit(sensor()).order().orElseThrow();
        var shipped = bench.last(bench.label(order), "RT:SHIP");
        assertEquals("DONE", outcome(shipped), shipped.toString());
    }

    @Test
    void work_on_a_unit_that_had_left_is_a_case_at_both_benches() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR);
        step(two, one);
        one.type(SENSOR);
        tested(one);
        away(one);
        two.type("RT:TEST", "DMM-07", "!value 5.02");
        step(one);
        var late = "B1 shipped it, B2 went on with it";
        var there = told(two.type("!sync"));
        assertTrue(there.contains(late), there);
        var here = told(one.type("!sync"));
        assertTrue(here.contains(late), here);
        assertTrue(here.contains("has left, and its release"), here);
        var why = one.last("RT:WHY");
        assertEquals("SN12-00017 has left, and no release of it holds.", text(why));
        one.type(Terminal.LEE);
        var listed = choices(one.last("RT:CASES"));
        assertEquals(1, listed.size(), listed.toString());
        looked();
    }

    private void looked() throws Exception {
        one.type("RT:1", "RT:SETTLE");
        var settled = one.last("RT:1", SAME, "!pin 7531");
        assertEquals("DONE", outcome(settled), settled.toString());
        step(one, two);
        oneStory();
        assertEquals(List.of(), two.record.disputed());
    }

    @Test
    void work_on_a_unit_that_was_scrapped_is_a_case() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR);
        step(two, one);
        one.type("RT:SCRAP", "RT:R:COSTS", Terminal.LEE, "!pin 7531");
        assertTrue(one.record.unit(sensor()).scrapped());
        two.type("RT:TEST", "DMM-07", "!value 5.02");
        step(one);
        var there = told(two.type("!sync"));
        assertTrue(there.contains("B1 ended its order, B2 went on with it"), there);
        step(one);
        oneStory();
    }

    @Test
    void an_end_that_did_not_know_of_work_is_a_case() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR, "RT:TEST", "DMM-07", "!value 5.02");
        one.type("RT:SCRAP", "RT:R:COSTS", Terminal.LEE, "!pin 7531");
        step(two);
        var here = told(one.type("!sync"));
        assertTrue(here.contains("B2 went on with it, B1 ended its order"), here);
        var there = told(two.type("!sync"));
        assertTrue(there.contains("B2 went on with it, B1 ended its order"), there);
        oneStory();
    }

    @Test
    void nobody_ends_a_run_at_a_bench_that_only_looks() throws Exception {
        received(two);
        two.type("RT:TEST", "DMM-07");
        step(two, one);
        one.type(Terminal.ANA, SENSOR);
        for (var asked : List.of("RT:CANCEL", "RT:STOP", "RT:START", "!value 5.01")) {
            var answer = one.last(asked);
            assertEquals("OUTPUT was begun at B2 and goes on there.", text(answer), asked);
        }
        one.type("RT:TAKE");
        assertTrue(text(one.last("!value 5.01")).contains("PASS"));
    }

    @Test
    void a_value_is_asked_for_where_the_test_was_begun() throws Exception {
        received(one);
        step(one, two);
        two.type(RAJ, SENSOR, "RT:TEST", "DMM-07");
        one.type("RT:TAKE");
        step(two, one);
        assertEquals("REFUSED", outcome(one.last("!value 5.01")), "nobody measured it here");
        var begun = one.last("DMM-07");
        assertTrue(text(begun).contains("OUTPUT"), begun.toString());
        assertTrue(text(one.last("!value 5.01")).contains("PASS"));
        assertTrue(text(two.last("!value 9.99")).contains("9.99"));
        step(one, two, one);
        assertEquals(2, one.record.unit(sensor()).order().orElseThrow().runs("OUTPUT").size());
        assertFalse(facts(one.last("RT:WHY"), "G09").isEmpty());
        oneStory();
    }

    @Test
    void whoever_has_a_unit_in_hand_hears_who_took_it_and_who_closed_it() throws Exception {
        received(two);
        step(two, one);
        one.type(Terminal.ANA, SENSOR, Terminal.UNIT, SENSOR);
        step(one);
        assertEquals(1, two.type("!sync").size(), "it was only looked at");
        assertEquals("ALREADY", outcome(two.last(SENSOR)));
        one.type("RT:TAKE");
        step(one);
        var taken = told(two.type("!sync"));
        assertTrue(taken.contains("SN12-00017 was taken in hand at B1."), taken);
        assertEquals("DONE", outcome(two.last(SENSOR)));
        assertEquals("ALREADY", outcome(two.last(SENSOR)));
        step(two, one);
        one.type(SENSOR);
        tested(one);
        away(one);
        step(one);
        var closed = told(two.type("!sync"));
        assertTrue(closed.contains("SN12-00017 was shipped at B1."), closed);
        assertEquals(1, two.type("!sync").size(), "it is told once");
        oneStory();
    }
}
