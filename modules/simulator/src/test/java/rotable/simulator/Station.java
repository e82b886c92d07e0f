// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.store.BenchIdentity;
import rotable.store.DerbyRecord;
import rotable.store.MemoryDisk;

/// A bench's computer: its disk, the program if it runs, and a clock that may be days off.
final class Station {
    /// What the release before this one may not have known yet, by the types of its entries.
    private static final List<Map<String, Class<? extends Fact>>> LATER =
            List.of(
                    Map.of(
                            "hold-placed", ReleaseFact.HoldPlaced.class,
                            "hold-lifted", ReleaseFact.HoldLifted.class),
                    Map.of("robbed", RepairFact.Robbed.class),
                    Map.of("undone", BenchFact.Undone.class),
                    Map.of(
                            "case-settled", CaseFact.Settled.class,
                            "unit-split", CaseFact.Split.class));

    private final String name;
    private final Random random;
    private final InstantSource clock;
    private Map<String, Class<? extends Fact>> unknown = Map.of();
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

    /// It runs the release before this one.
    void runOlder() throws RecordProblem {
        unknown = LATER.get(random.nextInt(LATER.size()));
        start();
    }

    boolean isOlder() {
        return !unknown.isEmpty();
    }

    /// It is brought up to date.
    void upgrade() throws RecordProblem {
        unknown = Map.of();
        start();
    }

    /// Whether its release of the program records such facts.
    boolean records(Fact fact) {
        return !unknown.containsValue(fact.getClass());
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
        var identity = new BenchIdentity(Realm.RECORD, "depot", name, "test");
        record = disk.open(identity, unknown.keySet(), clock, random);
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
        twin.unknown = unknown;
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
