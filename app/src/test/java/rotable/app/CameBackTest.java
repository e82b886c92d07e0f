// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.identity.UnitId;
import rotable.release.Status;
import rotable.unit.Unit;

/// A bench without a cable receives a unit, and another one has it received, repaired and shipped
/// by the time the cable is back. Nobody's clock says whether it came back: a supervisor does.
class CameBackTest extends TwoBenches {
    private static final String SENSOR = "SN12-00017";
    private static final List<String> RECEIVED =
            List.of(Terminal.ANA, SENSOR, "RT:RECEIVE", "RT:ALLOK", "!pin 2580", "RT:F:DRIFT");

    private static void received(Terminal bench) throws Exception {
        bench.type(RECEIVED.toArray(String[]::new));
    }

    private static Unit sensor(Terminal bench) throws Exception {
        return bench.record.unit(UnitId.parse("ACME/SEN-12/" + SENSOR));
    }

    private void bothReceivedAndTwoShipped() throws Exception {
        received(one);
        received(two);
        step(two);
        two.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var order = sensor(two).order().orElseThrow();
        assertEquals("DONE", outcome(two.last(two.label(order), "RT:SHIP")));
        step(two);
    }

    private void settled(int way) throws Exception {
        one.type(Terminal.LEE, SENSOR);
        var ways = choices(one.last("RT:SETTLE"));
        assertEquals(3, ways.size(), ways.toString());
        assertEquals("DONE", outcome(one.last("RT:" + way, "!reason asked them", "!pin 7531")));
        step(one, two);
        for (var bench : List.of(one, two)) assertEquals(List.of(), sensor(bench).openCases());
        oneStory();
    }

    @Test
    void both_benches_hear_of_it_and_it_is_not_released_until_it_is_settled() throws Exception {
        bothReceivedAndTwoShipped();
        var answers = one.type("!sync");
        assertTrue(answers.toString().contains(SENSOR + ": received twice"), answers.toString());
        answers = two.type("!sync");
        assertTrue(answers.toString().contains(SENSOR + ": received twice"), answers.toString());
        var label = two.label(sensor(two).orders().getFirst());
        assertTrue(text(two.last(label)).contains("a supervisor says"), text(two.last(label)));
        one.type("RT:TEST", "DMM-07", "!value 5.01");
        var fails = facts(one.last("RT:WHY"), "G01");
        assertEquals(1, fails.size(), fails.toString());
        var refused = one.last("RT:RELEASE");
        assertEquals("REFUSED", outcome(refused), refused.toString());
        one.type("RT:CANCEL", Terminal.LEE);
        var desk = choices(one.last("RT:CASES"));
        assertTrue(desk.getFirst().contains(SENSOR), desk.toString());
        assertTrue(desk.getLast().contains("look at it again"), desk.toString());
        oneStory();
    }

    @Test
    void it_had_left_and_came_back() throws Exception {
        bothReceivedAndTwoShipped();
        step(one, two);
        settled(1);
        var orders = sensor(two).orders();
        assertEquals(2, orders.size());
        assertTrue(orders.getFirst().release().orElseThrow().stands());
        one.type(Terminal.ANA, "RT:TAKE", "RT:TEST", "DMM-07", "!value 5.01");
        one.type("RT:RELEASE", Terminal.LEE);
        assertEquals("DONE", outcome(one.last("!pin 7531")));
        step(one, two);
        assertEquals(Status.RELEASED, Status.of(sensor(two)));
        oneStory();
    }

    @Test
    void one_stay_at_two_benches_is_one_order_and_its_release_does_not_hold() throws Exception {
        bothReceivedAndTwoShipped();
        one.type("RT:TEST", "DMM-07", "!value 9.99");
        step(one, two);
        settled(2);
        var orders = sensor(two).orders();
        assertEquals(1, orders.size());
        assertEquals(2, orders.getFirst().runs("OUTPUT").size());
        assertTrue(orders.getFirst().release().orElseThrow().revoked().isPresent());
    }

    @Test
    void two_units_with_one_identity_have_a_stay_each() throws Exception {
        bothReceivedAndTwoShipped();
        step(one, two);
        settled(3);
        var first = sensor(two);
        assertEquals(1, first.orders().size());
        var second = two.record.unit(first.seconds().getFirst());
        assertTrue(second.openOrder().isPresent());
        assertEquals(List.of(), second.cases());
        assertTrue(one.last("RT:WHY").get("unit") == null, "nobody knows which it is");
        theLabelOfTheSecondOpensTheSecond(second.id());
    }

    private void theLabelOfTheSecondOpensTheSecond(UnitId second) throws Exception {
        one.type(Terminal.ANA, second.tag().orElseThrow(), "RT:TAKE");
        one.type("RT:TEST", "DMM-07", "!value 5.01", "RT:RELEASE", Terminal.LEE, "!pin 7531");
        var label = one.label(one.record.unit(second).order().orElseThrow());
        step(one, two);
        for (var bench : List.of(one, two)) {
            bench.type(Terminal.UNIT);
            var opened = bench.last(label).get("unit");
            assertEquals(second.serial(), opened.get("serial").stringValue(), opened.toString());
        }
        oneStory();
    }
}
