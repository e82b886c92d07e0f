// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rotable.testkit.Blower.received;
import static rotable.testkit.Blower.tested;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rotable.decision.Intent;
import rotable.turnaround.Turnaround;
import rotable.turnaround.Turnaround.Wait;

/// The stages of an order partition its time exactly.
class TurnaroundTest {
    private static Story story() {
        return new Story(Blower.UNIT, Blower.depot(false, "2027-06-30"));
    }

    private static Turnaround of(Story story) {
        var order = story.unit().order().orElseThrow();
        return Turnaround.of(story.unit(), order, story.reference(), story.now());
    }

    private static Duration sum(Turnaround t) {
        return t.stages().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void the_stages_sum_to_the_whole() {
        var story = received(story().at("08:00")).at("09:00").does(new Intent.Park());
        tested(story.at("10:30").does(new Intent.TakeInHand()), "122");
        story.at("11:00").does(new Intent.Hold("wait for the customer"));
        story.at("12:00")
                .signed("lee", new Intent.Unhold(story.unit().holds().getFirst().id(), "agreed"));
        story.at("12:15").signed("lee", new Intent.Release());
        var open = of(story.at("13:00"));
        assertEquals(Duration.ofHours(5), open.gross());
        assertEquals(open.gross(), sum(open));
        assertEquals(
                Map.of(
                        Wait.REPAIR, Duration.ofMinutes(150),
                        Wait.RELEASE, Duration.ofMinutes(45),
                        Wait.ON_HOLD, Duration.ofMinutes(60),
                        Wait.LABEL_AND_SHIPPING, Duration.ofMinutes(45)),
                open.stages());
        // In hand 8:00–9:00 and from 10:30 on; the test runs within that.
        assertEquals(Duration.ofMinutes(60 + 150), open.touch());
        assertEquals(Duration.ofMinutes(90), open.waiting());
    }

    @Test
    void a_clock_that_was_set_back_loses_no_second() {
        var story = received(story().at("10:00")).at("08:00");
        tested(story, "122");
        var t = of(story.at("12:00"));
        assertEquals(Duration.ofHours(2), t.gross());
        assertEquals(t.gross(), sum(t));
    }

    @Test
    void what_was_taken_back_took_no_time() {
        var story = received(story().at("08:00")).does(new Intent.Hold("a slip of the finger"));
        story.undoesLast().at("10:00");
        var t = of(story);
        assertEquals(Map.of(Wait.REPAIR, Duration.ofHours(2)), t.stages());
    }

    /// Whoever signs second waits for it only once all is tested, and anew after what was changed.
    @Test
    void an_inspection_is_waited_for_once_every_test_passed() {
        var story = received(new Story(Blower.UNIT, Blower.depot(true, "2027-06-30")).at("08:00"));
        tested(story.at("09:00"), "122");
        story.at("10:00").signed("kim", new Intent.Inspect());
        Blower.swapped(story.at("10:30").by("ana"), "F-1", "F-2");
        tested(story.at("12:00"), "122");
        assertEquals(
                Map.of(
                        Wait.REPAIR, Duration.ofMinutes(60),
                        Wait.INSPECTION, Duration.ofMinutes(90),
                        Wait.RELEASE, Duration.ofMinutes(30),
                        Wait.TEST, Duration.ofMinutes(90)),
                of(story.at("12:30")).stages());
    }

    @Test
    void a_failed_test_sends_the_unit_back_to_repair() {
        var story = tested(received(story().at("08:00")).at("09:00"), "99").at("11:00");
        assertEquals(Map.of(Wait.REPAIR, Duration.ofHours(3)), of(story).stages());
    }
}
