// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rotable.app.Terminal.codes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two benches and a centre: both work offline on one unit, and what comes of it when the cable is
/// back.
class TwoBenchesTest extends TwoBenches {
    @Test
    void a_unit_received_at_both_benches_is_disputed_at_both() throws Exception {
        bothWorkOnOne();
        var why = one.last("RT:WHY");
        assertEquals(1, facts(why, "G01").size(), why.toString());
        var disputed = facts(why, "G01").getFirst();
        assertTrue(disputed.startsWith("K7Q0042: received twice, order RO-KA-"), disputed);
        assertEquals(List.of(disputed), facts(two.last("RT:WHY"), "G01"));
        assertTrue(codes(one.last("RT:RELEASE")).contains("G01"));
        oneStory();
    }

    @Test
    void one_unit_received_at_both_benches_becomes_one_order_by_a_supervisor() throws Exception {
        bothWorkOnOne();
        assertEquals(1, choices(two.last("RT:CASES")).size());
        two.type("RT:1");
        var ways = two.last("RT:SETTLE");
        assertTrue(choices(ways).getFirst().startsWith("One unit: "), ways.toString());
        var settled = two.last("RT:1", SAME, Terminal.LEE, "!pin 7531");
        assertEquals(List.of(), facts(settled, "G01"), settled.toString());
        step(two);
        var told = one.last("!sync");
        assertEquals("DONE", outcome(told), told.toString());
        assertEquals("K7Q0042: “received twice” is settled by a supervisor.", text(told));
        assertFalse(text(two.last("!sync")).contains("settled"), "who settled it knows");
        oneStory();
        var unit = one.record.unit(Terminal.unit());
        assertEquals(1, unit.orders().size());
        assertEquals(1, unit.orders().getFirst().runs("HIPOT").size());
        assertEquals(List.of(), unit.disputed());
        assertEquals(1, unit.cases().size());
        assertEquals("ALREADY", outcome(one.last("RT:CASES")));
        // The test ran while the component was swapped elsewhere: it proves nothing of the swap.
        assertTrue(codes(one.last("RT:WHY")).contains("G08"));
    }

    @Test
    void only_a_supervisor_settles_with_a_reason_and_a_pin_and_only_once() throws Exception {
        bothWorkOnOne();
        two.type("RT:CASES", "RT:1");
        two.type("RT:SETTLE");
        assertEquals(List.of("reason-needed"), codes(two.last("RT:1", "!reason  ")));
        two.type(SAME);
        assertEquals(List.of("role-needed"), codes(two.last(Terminal.KIM)));
        two.type(Terminal.LEE);
        assertEquals(List.of("wrong-pin"), codes(two.last("!pin 1111")));
        assertEquals(1, two.record.unit(Terminal.unit()).openCases().size());
        two.type("!pin 7531");
        assertEquals(0, two.record.unit(Terminal.unit()).openCases().size());
        assertEquals(List.of("no-case"), codes(two.last("RT:SETTLE")));
    }

    @Test
    void a_component_put_into_two_units_is_where_a_supervisor_says() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        two.type(Terminal.ANA, "K8Q0001");
        intake(two);
        one.type("CB-19-00331", "CB-22-10877");
        two.type("CB-19-00400", "CB-22-10877");
        step(one, two);
        var told = one.type("!sync").toString();
        assertTrue(told.contains("CB-22-10877: one component in two units"), told);

        var why = two.last("RT:WHY");
        assertEquals(
                "K8Q0001: one component in two units, CB-22-10877 is installed in K7Q0042",
                facts(why, "G01").getFirst());
        assertEquals(1, facts(one.last("RT:WHY"), "G01").size());
        var ways = two.last("RT:SETTLE");
        assertEquals(2, choices(ways).size(), ways.toString());
        two.type("RT:2", SAME, Terminal.LEE, "!pin 7531");
        step(two, one);
        oneStory();
        assertEquals(List.of(), facts(one.last("RT:WHY"), "G01"));
        var taken = one.last("RT:WHY");
        assertTrue(codes(taken).contains("G04"), taken.toString());
        assertFalse(codes(two.last("RT:WHY")).contains("G04"));
    }

    /// The releaser could not know of it: the release stands, and the supervisor is told.
    @Test
    void a_released_unit_that_a_case_concerns_is_to_be_looked_at_again() throws Exception {
        var root = Path.of(System.getProperty("rotable.root", ".."));
        for (var line : Files.readAllLines(root.resolve("docs/straight-repair.txt")))
            if (!line.startsWith("#")) one.type(line);
        two.type(Terminal.ANA, "K8Q0001");
        intake(two);
        two.type("CB-19-00400", "CB-22-10877");
        step(one, two, one);
        var listed = choices(two.last("RT:CASES"));
        assertEquals(2, listed.size(), listed.toString());
        assertTrue(listed.getLast().startsWith("K7Q0042 is released as RL-KA-"), listed.toString());
        assertTrue(
                one.record
                        .unit(Terminal.unit())
                        .order()
                        .orElseThrow()
                        .release()
                        .orElseThrow()
                        .stands());
        oneStory();
    }

    @Test
    void whoever_has_a_unit_in_hand_is_told_that_another_bench_changed_it() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        step(one, two);
        two.type(Terminal.ANA, Terminal.UNIT);
        one.type("CB-19-00331", "CB-22-10877");
        step(one);
        var told = two.last("!sync");
        assertEquals("ATTENTION", outcome(told), told.toString());
        assertEquals("K7Q0042: CTRL-BD at A3 was changed at B1.", text(told));
        assertFalse(text(two.last("!sync")).contains("changed"), "once");
        step(two);
        assertFalse(text(one.last("!sync")).contains("changed"), "who changed it knows");
    }

    @Test
    void nothing_is_disputed_where_one_bench_knew_of_the_other() throws Exception {
        one.type(Terminal.ANA, Terminal.UNIT);
        intake(one);
        step(one, two);
        var second = two.last(Terminal.ANA, "RT:RECEIVE", Terminal.UNIT);
        assertTrue(codes(second).contains("order-already-open"), second.toString());
        step(two, one);
        assertEquals("ALREADY", outcome(one.last("RT:CASES")));
        oneStory();
    }

    @Test
    void without_a_line_work_goes_on_and_says_so() throws Exception {
        centre.close();
        var told = one.last(Terminal.ANA, "!sync");
        assertEquals("PROBLEM", outcome(told));
        assertTrue(text(told).startsWith("The centre can't be reached: "), text(told));
        one.type(Terminal.UNIT);
        var received = one.last("RT:RECEIVE");
        assertEquals("DONE", outcome(received));
    }
}
