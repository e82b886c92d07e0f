// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.store.MemoryDisk;

/// A bench's computer: its disk, the program if it runs, and a clock that may be days off.
final class Station {
    private final String name;
    private final Random random;
    private final InstantSource clock;
    private MemoryDisk disk;
    private @Nullable DerbyRecord record;
    private @Nullable MemoryDisk image;
    private Set<String> promisedInImage = Set.of();

    /// Hashes of what was acknowledged to the people at it.
    final Set<String> promised = new LinkedHashSet<>();

    /// The step until which its line is cut.
    int cutUntil;

    /// Whether it sent something since there is a copy of it.
    boolean sent;

    /// Whether it waits for people to say who it is.
    boolean stopped;

    Station(String name, Random random, Supplier<Instant> now, Duration off) {
        this(name, random, () -> now.get().plus(off), MemoryDisk.fresh(random));
    }

    private Station(String name, Random random, InstantSource clock, MemoryDisk disk) {
        this.name = name;
        this.random = random;
        this.clock = clock;
        this.disk = disk;
    }

    String name() {
        return name;
    }

    InstantSource clock() {
        return clock;
    }

    MemoryDisk disk() {
        return disk;
    }

    boolean isOn() {
        return record != null;
    }

    DerbyRecord record() {
        return requireNonNull(record, name);
    }

    /// Switched on: the program starts.
    void start() throws RecordProblem {
        disk.fuse().mend();
        record = disk.open(new BenchIdentity(Realm.RECORD, "depot", name, "test"), clock, random);
    }

    /// The power failed.
    void off() {
        record = null;
    }

    /// Somebody takes an image of the whole disk.
    void keepImage() {
        image = disk.copy();
        promisedInImage = Set.copyOf(promised);
    }

    boolean hasImage() {
        return image != null;
    }

    /// The database lost its tail; the mirror has it.
    void loseTail() throws RecordProblem {
        disk = disk.withRowsOf(requireNonNull(image));
        start();
    }

    /// The disk is as it was when the image was taken. What was promised since and reached nobody
    /// is gone with it.
    void restore(Centre centre) throws RecordProblem {
        disk = requireNonNull(image).copy();
        promised.removeIf(h -> !promisedInImage.contains(h) && !centre.has(h));
        start();
    }

    /// A second computer with the same disk.
    Station cloned() throws RecordProblem {
        var twin = new Station(name, random, clock, disk.copy());
        twin.start();
        return twin;
    }

    /// A new computer in its place, with an empty disk.
    void replace() throws RecordProblem {
        disk = MemoryDisk.fresh(random);
        image = null;
        stopped = false;
        start();
    }
}
