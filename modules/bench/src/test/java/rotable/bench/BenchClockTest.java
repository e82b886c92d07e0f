// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchClockTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final BenchClock clock = new BenchClock(InstantSource.fixed(NOON));

    @Test
    void nothing_is_said_of_the_centres_clock_before_it_was_asked() {
        assertEquals(Optional.empty(), clock.moment().clockOffset());
        assertEquals(Optional.empty(), clock.moment().clockError());
    }

    /// Ten minutes slow, asked over a line that took 30 ms there and back.
    @Test
    void the_centres_clock_is_ahead_by_so_much_give_or_take_half_the_way() {
        clock.compare(NOON, NOON.plusSeconds(600).plusMillis(15), NOON.plusMillis(30));
        assertEquals(Optional.of(600_000_000L), clock.moment().clockOffset());
        assertEquals(Optional.of(15_000L), clock.moment().clockError());
        assertEquals(NOON, clock.moment().at(), "what is recorded is the bench's own time");
    }

    @Test
    void a_clock_that_is_more_than_five_minutes_off_is_told() {
        clock.compare(NOON, NOON.plusSeconds(299), NOON);
        assertEquals(Optional.empty(), clock.ahead());
        clock.compare(NOON, NOON.plusSeconds(600), NOON);
        assertEquals(Optional.of(Duration.ofMinutes(-10)), clock.ahead(), "it is slow");
        clock.compare(NOON, NOON.minusSeconds(600), NOON);
        assertEquals(Optional.of(Duration.ofMinutes(10)), clock.ahead(), "it is fast");
    }

    @Test
    void a_clock_that_was_set_for_a_rehearsal_is_compared_with_nothing() {
        clock.compare(NOON, NOON, NOON);
        clock.set(NOON);
        assertEquals(Optional.empty(), clock.moment().clockOffset());
        assertEquals(Optional.empty(), clock.ahead());
    }
}
