// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import rotable.journal.Moment;

/// The bench's clocks. In a rehearsal the wall clock can be set; the process's own never is.
public final class BenchClock implements InstantSource {
    private static final Duration FAR = Duration.ofMinutes(5);

    private final String boot = UUID.randomUUID().toString();
    private final InstantSource wall;
    private Optional<Instant> set = Optional.empty();
    private volatile Optional<Compared> compared = Optional.empty();

    /// How far the centre's clock is ahead, in microseconds, give or take the error.
    private record Compared(long offset, long error) {}

    public BenchClock(InstantSource wall) {
        this.wall = wall;
    }

    /// Stops the wall clock at an instant, for rehearsals.
    public void set(Instant instant) {
        set = Optional.of(instant);
    }

    @Override
    public Instant instant() {
        return set.orElseGet(wall::instant).truncatedTo(ChronoUnit.MICROS);
    }

    /// The centre told its time, somewhere between two readings of this clock.
    public void compare(Instant asked, Instant said, Instant answered) {
        long way = ChronoUnit.MICROS.between(asked, answered);
        var offset = ChronoUnit.MICROS.between(asked.plus(way / 2, ChronoUnit.MICROS), said);
        compared = Optional.of(new Compared(offset, (way + 1) / 2));
    }

    /// How far this clock is ahead of the centre's, or behind it where that is negative; absent
    /// where they differ by less than five minutes, or nobody knows.
    Optional<Duration> ahead() {
        return compared.filter(c -> set.isEmpty())
                .map(c -> Duration.of(-c.offset(), ChronoUnit.MICROS))
                .filter(d -> d.abs().compareTo(FAR) > 0);
    }

    /// Now, by all clocks. A clock that was set for a rehearsal is compared with nothing.
    Moment moment() {
        var with = set.isPresent() ? Optional.<Compared>empty() : compared;
        return new Moment(
                instant(),
                boot,
                System.nanoTime() / 1000,
                with.map(Compared::offset),
                with.map(Compared::error));
    }

    /// Milliseconds for telling a bounce from a second scan.
    long ticks() {
        return set.map(Instant::toEpochMilli).orElseGet(() -> System.nanoTime() / 1_000_000);
    }
}
