// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two benches test one unit and don't know of each other: a FAIL is not hidden by a PASS,
/// whichever of them is placed last, and a test once more settles it.
class TestedTwiceTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";

    private void received() throws Exception {
        one.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
    }

    @Test
    void one_swap_at_two_benches_is_told_once() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        one.type("CB-19-00331", "CB-22-10877");
        two.type(Terminal.ANA, Terminal.UNIT);
        intake(two);
        two.type("CB-19-00331", "CB-22-10878");
        step(one);
        var answers = two.type("!sync");
        assertEquals("in-step", answers.getFirst().get("sync").get("state").stringValue());
        var told = new ArrayList<String>();
        for (var r : answers.getLast().get("reasons")) told.add(r.get("text").stringValue());
        assertEquals(
                List.of(
                        "K7Q0042 was received elsewhere first.",
                        "K7Q0042: two benches changed one position, A3 holds CB-22-10877.",
                        "K7Q0042: CTRL-BD at A3 was changed at B1."),
                told);
        two.type(Terminal.LEE);
        var listed = choices(two.last("RT:CASES"));
        assertEquals(1, listed.size(), listed.toString());
        assertTrue(listed.getFirst().endsWith("; and 1 more"), listed.toString());
    }

    private void bothSwap() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        step(one, two);
        two.type(Terminal.ANA, Terminal.UNIT);
        one.type("CB-19-00331", "CB-22-10877");
        two.type("CB-19-00331", "CB-22-10878");
        step(one, two, one);
    }

    private void failsUntilTestedAgain() throws Exception {
        for (var bench : List.of(one, two)) {
            bench.type(SENSOR);
            var fails = facts(bench.last("RT:WHY"), "G09");
            assertEquals(1, fails.size(), fails.toString());
            assertTrue(fails.getFirst().contains("elsewhere, unseen"), fails.toString());
        }
        oneStory();
        two.type("RT:TAKE", "RT:TEST", "DMM-07", "!value 5.00");
        assertEquals(List.of(), facts(two.last("RT:WHY"), "G09"));
        step(two, one, two);
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G09"));
        oneStory();
    }

    @Test
    void a_run_that_both_go_on_with_is_two_runs() throws Exception {
        received();
        one.type("RT:TEST", "DMM-07");
        step(one, two);
        two.type(Terminal.ANA, SENSOR);
        var refused = two.last("!value 9.99");
        assertTrue(text(refused).contains("begun at B1"), refused.toString());
        two.type("RT:TAKE");
        assertTrue(text(one.last("!value 5.01")).contains("PASS"));
        var failed = two.last("!value 9.99");
        assertTrue(text(failed).contains("9.99"), failed.toString());
        step(one, two, one);
        var unit = one.record.unit(rotable.identity.UnitId.parse("ACME/SEN-12/" + SENSOR));
        assertEquals(2, unit.openOrder().orElseThrow().runs("OUTPUT").size());
        failsUntilTestedAgain();
    }

    @Test
    void a_pass_that_is_placed_last_does_not_hide_a_fail() throws Exception {
        received();
        step(one, two);
        two.type(Terminal.ANA, SENSOR, "RT:TEST", "DMM-07", "!value 9.99");
        one.type("RT:TEST", "DMM-07", "!value 5.01");
        step(two, one, two);
        failsUntilTestedAgain();
    }

    @Test
    void one_swap_at_two_benches_is_one_question_and_ends_as_the_other_left_it() throws Exception {
        bothSwap();
        one.type(Terminal.LEE);
        var ways = choices(one.last("RT:SETTLE"));
        assertEquals(2, ways.size(), ways.toString());
        assertTrue(ways.get(0).endsWith("(A3 holds CB-22-10877)"), ways.toString());
        // And what it puts out of the position.
        assertTrue(
                ways.get(1).endsWith("(A3 holds CB-22-10878, not CB-22-10877)"), ways.toString());
        one.type("RT:2", "!reason looked at it", "!pin 7531");
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G01"));
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G04"));
        step(one, two);
        for (var bench : List.of(one, two)) {
            var tree = bench.record.unit(Terminal.unit()).children().toString();
            assertTrue(tree.contains("CB-22-10878"), tree);
        }
        oneStory();
    }

    @Test
    void a_settlement_is_no_work_that_somebody_must_be_qualified_for() throws Exception {
        bothSwap();
        one.type(Terminal.LEE, "RT:SETTLE", "RT:2", "!reason looked at it", "!pin 7531");
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G13"));
    }
}
