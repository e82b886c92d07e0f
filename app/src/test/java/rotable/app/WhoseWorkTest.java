// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.identity.UnitId;
import rotable.unit.Order;
import rotable.unit.Release;

/// Two benches received one serial. Until a supervisor has said whether it is one unit, nobody
/// knows which of two the one on the second bench is.
class WhoseWorkTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";

    private static UnitId sensor() {
        return UnitId.parse("ACME/SEN-12/" + SENSOR);
    }

    private void received(Terminal bench) throws Exception {
        bench.type(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");
    }

    private void tested(Terminal bench) throws Exception {
        var passed = bench.last("RT:TEST", "DMM-07", "!value 5.01");
        assertTrue(text(passed).contains("PASS"), passed.toString());
    }

    private void settled(String way) throws Exception {
        one.type(Terminal.LEE, "RT:SETTLE", way, SAME);
    }

    @Test
    void at_the_second_bench_work_waits_until_it_is_said() throws Exception {
        received(one);
        received(two);
        step(one, two, one);
        for (var work : List.of("RT:TEST", "RT:F:DRIFT", "RT:A:CLEANED")) {
            var refused = two.last(work);
            assertEquals("REFUSED", outcome(refused), refused.toString());
            assertTrue(text(refused).contains("was received at B1 as well"), refused.toString());
        }
        tested(one);
        settled("RT:1");
        assertEquals("DONE", outcome(one.last("!pin 7531")));
        step(one, two);
        var again = two.last(SENSOR, "RT:TEST", "RT:1", "DMM-07", "!value 5.02");
        assertTrue(text(again).contains("PASS"), again.toString());
        step(two, one);
        oneStory();
    }

    @Test
    void nothing_that_the_second_bench_did_counts_for_the_first_unit() throws Exception {
        received(one);
        received(two);
        step(one, two, one);
        two.type("RT:TEST", "DMM-07", "!value 5.01");
        step(two, one);
        settled("RT:2");
        one.last("!pin 7531");
        step(one, two, one);
        assertEquals(List.of(), one.record.unit(sensor()).order().orElseThrow().runs("OUTPUT"));
        oneStory();
    }

    @Test
    void notes_custody_and_what_was_declared_go_on() throws Exception {
        received(one);
        received(two);
        step(one, two, one);
        for (var aside : List.of("!note scratched", "!rma 77", "RT:PARK"))
            assertEquals("DONE", outcome(two.last(aside)), aside);
    }

    @Test
    void who_settles_hears_what_left_and_its_label_leads_to_it() throws Exception {
        received(one);
        received(two);
        tested(two);
        two.type("RT:RELEASE", Terminal.LEE, "!pin 7531");
        var release = two.record.unit(sensor()).order().flatMap(Order::release).map(Release::id);
        var shipped =
                two.last(two.label(two.record.unit(sensor()).order().orElseThrow()), "RT:SHIP");
        assertEquals("DONE", outcome(shipped), shipped.toString());
        step(one, two, one);
        settled("RT:2");
        var answer = one.last("!pin 7531");
        assertTrue(answer.toString().contains("left-unreleased"), answer.toString());
        step(one, two);
        var second = one.record.unit(sensor()).seconds().getFirst();
        assertTrue(one.record.unit(second).hasLeftUnreleased());
        for (var bench : List.of(one, two))
            assertEquals(second, bench.record.unitOf(release.orElseThrow().value()).orElseThrow());
        oneStory();
    }
}
