// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two supervisors settle one case, neither knowing of the other.
class SettledTwiceTest extends TwoBenches {
    private static final String WHY = "!reason the label was looked at";

    private static JsonNode settled(Terminal bench, String way) throws Exception {
        bench.type("RT:SETTLE");
        var signed = bench.last(way, WHY, Terminal.LEE, "!pin 7531");
        assertEquals("DONE", outcome(signed), signed.toString());
        return signed;
    }

    /// What both have to agree on, once each of them knows of the other.
    private void bothAreTold() throws Exception {
        step(one, two);
        var told = one.last("!sync");
        assertEquals("ATTENTION", outcome(told), told.toString());
        assertTrue(codes(told).contains("disputed"), told.toString());
        oneStory();
        for (var bench : List.of(one, two)) {
            bench.type(Terminal.UNIT);
            assertFalse(facts(bench.last("RT:WHY"), "G01").isEmpty());
        }
    }

    @Test
    void one_unit_and_two_units_are_told_and_the_second_tag_is_void() throws Exception {
        bothWorkOnOne();
        settled(one, "RT:1");
        settled(two, "RT:2");
        var second = two.record.unit(Terminal.unit()).seconds().getFirst();
        var tag = second.tag().orElseThrow();
        two.type(tag, "RT:TEST", "DMM-07", "!value 12.03 V");
        bothAreTold();
        for (var bench : List.of(one, two)) {
            var scanned = bench.last(tag);
            assertEquals(List.of("tag-void"), codes(scanned), scanned.toString());
            assertTrue(bench.record.unit(second).openCases().isEmpty());
        }
        // One of them decides, and work goes on with what was placed first.
        one.type(Terminal.UNIT);
        var last = settled(one, "RT:1");
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G01"), last.toString());
        step(one, two);
        oneStory();
    }

    @Test
    void two_tags_for_one_unit_are_told() throws Exception {
        bothWorkOnOne();
        settled(one, "RT:2");
        settled(two, "RT:2");
        var lost = two.record.unit(Terminal.unit()).seconds().getFirst();
        step(one, two);
        assertEquals("ATTENTION", outcome(one.last("!sync")));
        oneStory();
        assertEquals(1, one.record.unit(Terminal.unit()).seconds().size());
        assertEquals(List.of("tag-void"), codes(one.last(lost.tag().orElseThrow())));
    }

    /// Whoever has the unit from which the component went hears of it.
    @Test
    void a_component_that_was_settled_into_two_units_is_told() throws Exception {
        var other = Terminal.UNIT.replace("K7Q0042", "K8Q0001");
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        one.type("CB-19-00331", "CB-22-10877");
        two.type(Terminal.ANA, other);
        intake(two);
        two.type("CB-19-00777", "CB-22-10877");
        step(one, two, one);
        // The case is the one's that was placed second: each opens it by itself.
        for (var bench : List.of(one, two)) {
            bench.type("RT:CASES");
            bench.type("RT:1");
        }
        settled(one, "RT:1");
        settled(two, "RT:2");
        step(two, one);
        var told = two.last("!sync");
        assertEquals("ATTENTION", outcome(told), told.toString());
        oneStory();
        assertFalse(one.record.disputed().isEmpty());
        two.type("RT:CASES", "RT:1");
        settled(two, "RT:1");
        step(two, one);
        oneStory();
        assertEquals(List.of(), one.record.disputed());
    }

    @Test
    void the_same_said_twice_is_no_contradiction() throws Exception {
        bothWorkOnOne();
        settled(one, "RT:1");
        settled(two, "RT:1");
        step(one, two, one);
        oneStory();
        assertEquals(List.of(), one.record.unit(Terminal.unit()).openCases());
    }
}
