// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.record.RecordProblem;
import rotable.simulator.Faults.Fault;
import rotable.store.Fuse;
import rotable.sync.Exchange;
import rotable.sync.OldDisk;

/// One run of a depot: three benches and a centre do what follows from the seed, and everything
/// that goes wrong does so too. All on one thread, by one virtual clock: the same seed is the same
/// run.
// A depot with everything that happens in it, and so longer than most.
final class Simulation {
    private static final int STEPS = 60;
    private static final int ROUNDS = 16;
    private static final long TWO_DAYS = 48 * 60;

    private final Random random;
    private final Faults faults;
    private final Deeds deeds;
    private final Truth truth = new Truth();
    private final Queue<Wire.Late> late = new ArrayDeque<>();
    private final List<Station> stations = new ArrayList<>();
    private final List<Station> clones = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final boolean centreMayFail;
    private Centre centre = new Centre();
    private @Nullable Centre image;
    private @Nullable Station acting;
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private int step;

    Simulation(long seed) {
        random = new Random(seed);
        faults = new Faults(random);
        // What the centre loses comes back from the benches' disks: not both are lost at once.
        centreMayFail = random.nextBoolean();
        deeds = new Deeds(random, fact -> acting == null || acting.records(fact), this::promised);
    }

    private void promised(Entry entry) throws RecordProblem {
        if (acting == null) return;
        var e = entry.envelope();
        say(" %s %s %d %s".formatted(e.type(), e.epoch(), e.seq(), entry.hash()));
        acting.promised.add(entry.hash());
        truth.note(entry, acting.record().replica().watermark().position());
    }

    Faults faults() {
        return faults;
    }

    Deeds deeds() {
        return deeds;
    }

    /// What went wrong on the way.
    List<String> wrong() {
        return wrong;
    }

    Truth truth() {
        return truth;
    }

    Centre centre() {
        return centre;
    }

    List<Station> stations() {
        return stations;
    }

    Instant now() {
        return now;
    }

    /// Runs to the end, where nothing goes wrong any more and everybody has exchanged everything.
    void run() throws RecordProblem, CentralProblem {
        for (var name : List.of("B1", "B2", "B3")) {
            var off = Duration.ofMinutes(random.nextLong(-TWO_DAYS, TWO_DAYS));
            var station = new Station(name, random, () -> now, off);
            station.start();
            centre.admit(name);
            stations.add(station);
        }
        for (var station : stations) if (happens(Fault.OLDER_RELEASE)) station.runOlder();
        acting = stations.getFirst();
        deeds.publish(stations.getFirst().record(), stations.getFirst().clock());
        for (step = 0; step < STEPS; step++) step();
        settle();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean happens(Fault fault) {
        boolean h = faults.happens(fault, random);
        if (h) say(fault.toString());
        return h;
    }

    private void say(String what) {
        if (Long.getLong("rotable.seed") != null) System.out.println(step + " " + what);
    }

    private void step() throws RecordProblem {
        now = now.plusSeconds(random.nextInt(1_800));
        if (!late.isEmpty() && random.nextInt(4) == 0) arrive(late.remove());
        if (centreMayFail) centreFails();
        var twin = !clones.isEmpty() && random.nextInt(3) == 0;
        var station = twin ? one(clones) : one(stations);
        try {
            if (!station.isOn()) station.start();
            if (!twin) fails(station);
            acting = station;
            say(station.name() + (twin ? " twin" : ""));
            if (station.stopped && random.nextInt(8) == 0) {
                if (twin) putAway(station);
                else recover(station);
            } else if (random.nextInt(4) == 0) exchange(station);
            else if (happens(Fault.POISON)) deeds.poison(station.record(), station.clock());
            else deeds.act(station.record(), station.clock());
        } catch (Fuse.Blown e) {
            station.off();
        } catch (RecordProblem e) {
            // A bench that takes another's place records nothing until it knows what that one did.
            if (e.kind() != RecordProblem.Kind.AWAITING) throw e;
        }
    }

    private static void arrive(Wire.Late call) {
        try {
            call.arrive();
        } catch (CentralProblem e) {
            // Nobody waits for the answer any more.
            return;
        }
    }

    private void centreFails() {
        if (random.nextInt(20) == 0 && !centre.isRefilling()) image = centre.copy();
        if (image != null && !centre.isRefilling() && happens(Fault.CENTRE_RESTORED)) {
            centre = image.copy();
            centre.refill();
        }
        endRefill();
    }

    private void endRefill() {
        if (centre.isRefilling() && centre.everybodyAgreed()) centre.refilled();
    }

    private void fails(Station station) throws RecordProblem {
        if (random.nextInt(20) == 0) station.keepImage();
        if (happens(Fault.PARTITION)) station.cutUntil = step + random.nextInt(30);
        if (happens(Fault.RESTART)) station.start();
        if (station.isOlder() && random.nextInt(30) == 0) station.upgrade();
        if (happens(Fault.POWER_CUT)) station.disk().fuse().after(random.nextInt(60));
        if (centreMayFail || station.stopped) return;
        if (station.hasImage() && happens(Fault.TAIL_LOST)) station.loseTail();
        if (station.hasImage() && happens(Fault.BENCH_RESTORED)) station.restore(centre);
        if (clones.isEmpty() && happens(Fault.CLONED)) {
            clones.add(station.cloned());
            station.sent = false;
        }
    }

    private Wire wire(Station station) {
        var session = new Object();
        return new Wire(
                () -> centre.as(station.name(), session),
                random,
                faults,
                station.disk().fuse(),
                late);
    }

    /// Between two steps of an exchange people go on working.
    private Exchange exchange(Station station, boolean working) {
        return new Exchange(
                station.record().replica(),
                new Exchange.Desk() {
                    @Override
                    public <T> T at(Exchange.Work<T> work) throws RecordProblem {
                        if (working && random.nextInt(12) == 0)
                            deeds.act(station.record(), station.clock());
                        return work.run();
                    }
                },
                "test",
                1 + random.nextInt(40));
    }

    private void exchange(Station station) throws RecordProblem {
        if (station.cutUntil > step || station.stopped) return;
        try {
            var did = exchange(station, true).run(() -> wire(station));
            if (did.sent() > 0) station.sent = true;
            twins(station);
            if (random.nextInt(40) == 0) foldedAnew(station);
        } catch (CentralProblem e) {
            say(" " + e);
            station.stopped = !e.passing();
            var lost = faults.happened().keySet();
            if (station.stopped
                    && !lost.contains(Fault.CENTRE_RESTORED)
                    && Collections.disjoint(lost, Verdict.OF_DISKS))
                wrong.add(station.name() + " is turned away for nothing: " + e.getMessage());
        } catch (RecordProblem e) {
            if (e.kind() != RecordProblem.Kind.OTHER) throw e;
            station.stopped = true;
        }
    }

    /// A bench and a copy of it don't both send.
    private void twins(Station station) {
        for (var clone : clones)
            for (var original : stations)
                if (clone.name().equals(original.name())
                        && station.name().equals(clone.name())
                        && clone.sent
                        && original.sent
                        && !clone.stopped
                        && !original.stopped)
                    wrong.add("a copy of " + station.name() + " is not found out");
    }

    private void foldedAnew(Station station) throws RecordProblem {
        var before = station.record().stateHash();
        station.record().rebuild();
        if (!before.equals(station.record().stateHash()))
            wrong.add(station.name() + " folded anew has another state, at step " + step);
    }

    /// People find out why a bench exchanges nothing: a copy of it is put away; it is believed
    /// again if it was restored; and where it gave a number twice, a new computer takes its place.
    private void recover(Station station) throws RecordProblem {
        say("recover " + station.name());
        for (var clone : List.copyOf(clones))
            if (clone.name().equals(station.name())) putAway(clone);
        centre.readmit(station.name());
        station.stopped = false;
        try {
            exchange(station, false).run(() -> centre.as(station.name()));
        } catch (CentralProblem e) {
            if (!e.passing()) replace(station);
        } catch (RecordProblem e) {
            replace(station);
        }
    }

    private void putAway(Station clone) {
        bringIn(clone);
        clones.remove(clone);
    }

    private void replace(Station station) throws RecordProblem {
        say("replaced " + station.name());
        bringIn(station);
        station.replace();
        centre.admit(station.name());
    }

    /// What an old disk had not sent: what follows is placed, what contradicts kept beside.
    private void bringIn(Station station) {
        try {
            if (!station.isOn()) station.start();
            var own = new ArrayList<Entry>();
            station.record()
                    .lines(
                            line -> {
                                var entry = EntryCodec.read(Realm.RECORD, line);
                                if (entry.envelope().bench().equals(station.name())) own.add(entry);
                            });
            say(" " + OldDisk.bringIn(centre.as(station.name()), own));
        } catch (CentralProblem | RecordProblem e) {
            say(" bring in " + e);
            station.stopped = true;
        }
    }

    /// Nothing goes wrong any more, and everybody exchanges until all is said.
    private void settle() throws RecordProblem, CentralProblem {
        faults.heal();
        while (!late.isEmpty()) arrive(late.remove());
        for (var clone : clones) bringIn(clone);
        clones.clear();
        for (var station : stations) {
            station.upgrade();
            station.cutUntil = 0;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var station : stations) {
                acting = station;
                if (station.stopped) recover(station);
                else quietly(station);
                endRefill();
            }
        }
    }

    private void quietly(Station station) throws RecordProblem {
        try {
            exchange(station, false).run(() -> wire(station));
        } catch (CentralProblem e) {
            station.stopped = e.kind() == Kind.FORKED;
        } catch (RecordProblem e) {
            station.stopped = true;
        }
    }

    /// A bench that knows nothing yet reads the whole record at once.
    Station newcomer() throws RecordProblem, CentralProblem {
        var station = new Station("B9", random, () -> now, Duration.ZERO);
        station.start();
        centre.admit("B9");
        new Exchange(station.record().replica(), Exchange.Work::run, "test", 1_000)
                .run(() -> centre.as("B9"));
        return station;
    }
}
