// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import rotable.journal.Moment;

/// The bench's clocks. In a rehearsal the wall clock can be set; the process's own never is.
public final class BenchClock implements InstantSource {
    private final String boot = UUID.randomUUID().toString();
    private final InstantSource wall;
    private Optional<Instant> set = Optional.empty();

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

    /// Now, by all clocks.
    Moment moment() {
        return new Moment(
                instant(), boot, System.nanoTime() / 1000, Optional.empty(), Optional.empty());
    }

    /// Milliseconds for telling a bounce from a second scan.
    long ticks() {
        return set.map(Instant::toEpochMilli).orElseGet(() -> System.nanoTime() / 1_000_000);
    }
}
