// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rotable.decision.Author;
import rotable.decision.Decider;
import rotable.decision.Decision;
import rotable.decision.Intent;
import rotable.decision.Settlement;
import rotable.decision.World;
import rotable.fact.BenchFact;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.identity.Child;
import rotable.identity.OwnId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.people.Person;
import rotable.record.RecordProblem;
import rotable.release.Integrity;
import rotable.release.ReturnToServiceGate;
import rotable.store.DerbyRecord;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// Three benches do whatever comes to mind to the same few units, and exchange now and then, whole
/// or in part. Every run follows from its seed. At the end all have one record, one state and the
/// same cases.
// A depot with everything that happens in it, and so longer than most.
class RandomDepotTest {
    private static final int STEPS = 250;
    private static final PartId PSU = new PartId("ACME", "PSU");
    private static final PartId FAN = new PartId("ACME", "FAN");
    private static final List<UnitId> UNITS =
            List.of(new UnitId(PSU, "P1"), new UnitId(PSU, "P2"), new UnitId(PSU, "P3"));
    private static final Evidence READ =
            new Evidence(Evidence.How.SCANNED, Optional.of("00"), Optional.empty());
    private static final List<PositionId> POSITIONS =
            List.of(new PositionId("A1"), new PositionId("A2"));
    private static final String DEPOT =
            """
            {"version": 1, "effective": "2026-01-01", "reason": "test",
             "depot": {"name": "D", "address": "A", "zone": "UTC", "approval": "X"},
             "benches": [{"bench": "B1", "code": "KA"}, {"bench": "B2", "code": "KB"},
                         {"bench": "B3", "code": "KC"}],
             "criteria": [{"id": "CS", "criteria": ["G01","G04","G05","G07","G08","G09","G14","G15","G16"],
               "steps": [], "software": [], "dualSignOff": true, "regulated": true,
               "tests": [{"id": "T", "title": "t", "measures": [
                 {"name": "m", "source": "INSTRUMENT", "unit": "V", "allowed": [], "low": "1"}]}]}],
             "parts": [
              {"id": "ACME/PSU", "description": "p", "revision": "1", "tracking": "SERIAL",
               "criteriaSet": "CS", "ownRelease": false, "positions": [
                {"id": "A1", "accepts": ["ACME/FAN"]}, {"id": "A2", "accepts": ["ACME/FAN"]}]},
              {"id": "ACME/FAN", "description": "f", "revision": "1", "tracking": "SERIAL",
               "positions": [], "ownRelease": false}],
             "people": [
              {"id": "ana", "name": "Ana", "badge": "BG-KA-2224-J", "roles": ["TECHNICIAN"],
               "qualifications": [{"process": "REPAIR", "part": "*", "until": "2030-12-31"},
                {"process": "TEST", "part": "*", "until": "2030-12-31"}], "active": true},
              {"id": "kim", "name": "Kim", "badge": "BG-KA-2226-E", "roles": ["INSPECTOR"],
               "qualifications": [{"process": "INSPECT", "part": "*", "until": "2030-12-31"}], "active": true},
              {"id": "lee", "name": "Lee", "badge": "BG-KA-2227-C",
               "roles": ["RELEASER", "SUPERVISOR"], "authorisation": "R1",
               "qualifications": [{"process": "RELEASE", "part": "*", "until": "2030-12-31"}], "active": true}]}
            """;

    @TempDir Path folder;

    private final Map<String, DerbyRecord> benches = new HashMap<>();
    private final Map<String, Integer> done = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private Random random;

    /// Four in the build; `-Drotable.seeds=200` for more.
    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("rotable.seeds", 4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void all_end_with_one_record_one_state_and_the_same_cases(long seed) throws Exception {
        random = new Random(seed);
        try (var depot = new Depot(folder)) {
            for (var name : List.of("B1", "B2", "B3")) benches.put(name, depot.admitted(name));
            try {
                publish();
                for (var b : benches.values()) depot.exchange(b);
                for (int i = 0; i < STEPS; i++) step(depot);
                for (int round = 0; round < 2; round++)
                    for (var b : benches.values()) depot.exchange(b);
                agree();
                System.out.println(
                        "seed " + seed + " " + done + " cases " + cases(bench("B1")).size());
                assertTrue(done.size() > 9 && done.containsKey("Release"), "too little: " + done);
            } finally {
                benches.values().forEach(DerbyRecord::close);
            }
        }
    }

    private void publish() throws RecordProblem {
        var read = ReferenceFile.read(DEPOT);
        assertEquals(List.of(), read.problems());
        append(bench("B1"), List.copyOf(read.facts()), Optional.empty());
    }

    private DerbyRecord bench(String name) {
        return java.util.Objects.requireNonNull(benches.get(name));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void step(Depot depot) throws Exception {
        var name = one(List.of("B1", "B2", "B3"));
        var record = bench(name);
        switch (random.nextInt(12)) {
            case 0 -> depot.exchange(record);
            case 1 -> part(depot, record);
            case 2 -> {
                if (random.nextInt(6) > 0) return;
                record.close();
                benches.put(name, depot.open(name));
            }
            default -> act(record);
        }
    }

    /// Takes in some of what there is, as a line that breaks in the middle leaves it.
    private void part(Depot depot, DerbyRecord record) throws Exception {
        try (var central = PostgresCentral.open(depot.as(record.head().bench()))) {
            var after = record.replica().watermark().position();
            var placed = central.pull(after, 1 + random.nextInt(10));
            if (!placed.isEmpty()) record.replica().apply(placed);
        }
    }

    private void act(DerbyRecord record) throws RecordProblem {
        var unit = record.unit(one(UNITS));
        if (record.reference().people().isEmpty()) return;
        if (random.nextInt(15) == 0) {
            undo(record, unit);
            return;
        }
        if (random.nextInt(8) == 0) finish(record, unit.id());
        else perform(record, unit, intent(unit));
    }

    private void perform(DerbyRecord record, Unit unit, Intent intent) throws RecordProblem {
        var world = world(record, unit);
        var decision = Decider.decide(world, intent, author(record, intent));
        if (intent instanceof Intent.Inspect && decision instanceof Decision.Refused rr)
            System.out.println("REF " + rr.refusals());
        if (!(decision instanceof Decision.Accepted a)) return;
        done.merge(intent.getClass().getSimpleName(), 1, Integer::sum);
        append(record, a.facts(), a.signature());
    }

    /// Does what is missing until the unit is released, or something can't be done.
    private void finish(DerbyRecord record, UnitId id) throws RecordProblem {
        for (int i = 0; i < 3; i++)
            for (var c : record.unit(id).openCases()) perform(record, record.unit(id), settle(c));
        for (var hold : record.unit(id).holds())
            perform(record, record.unit(id), new Intent.Unhold(hold.id(), "r"));
        for (var position : record.unit(id).order().map(Order::unfilled).orElse(List.of()))
            for (int i = 0; i < 5; i++) {
                var fan = new Child.Serialised(new UnitId(FAN, "F" + i));
                perform(record, record.unit(id), new Intent.Install(position, fan, READ));
            }
        for (var intent :
                List.of(
                        new Intent.BeginTest("T", Optional.empty()),
                        new Intent.Measure("T", "2", "V"),
                        new Intent.Inspect(),
                        new Intent.Release())) perform(record, record.unit(id), intent);
    }

    private Intent intent(Unit unit) {
        if (unit.openOrder().isEmpty()) return new Intent.Receive(unit.id(), READ);
        var open = unit.openCases();
        var position = one(POSITIONS);
        var fan = new Child.Serialised(new UnitId(FAN, "F" + random.nextInt(5)));
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                    new Intent.Remove(
                            position,
                            Optional.of(there(unit, position, fan)),
                            random.nextBoolean(),
                            Optional.empty(),
                            READ);
            case 2, 3 -> new Intent.Install(position, fan, READ);
            case 4 -> new Intent.BeginTest("T", Optional.empty());
            case 5 -> new Intent.Measure("T", "2", "V");
            case 6 -> new Intent.Inspect();
            case 7 -> new Intent.Release();
            case 8 -> open.isEmpty() ? new Intent.Note("n") : settle(open.getFirst());
            default ->
                    random.nextInt(4) == 0
                            ? new Intent.Hold("h")
                            : unit.holds().isEmpty()
                                    ? new Intent.Rob(position, fan, "needed", READ)
                                    : new Intent.Unhold(unit.holds().getFirst().id(), "r");
        };
    }

    private Intent settle(rotable.unit.Case dispute) {
        return new Intent.Settle(dispute, one(Settlement.of(dispute)), "because");
    }

    private static Child there(Unit unit, PositionId position, Child otherwise) {
        return unit.children().getOrDefault(position, Optional.empty()).orElse(otherwise);
    }

    private static Person person(DerbyRecord record, String id) {
        return record.reference().person(new PersonId(id)).orElseThrow();
    }

    private static Author author(DerbyRecord record, Intent intent) {
        var signer =
                switch (intent) {
                    case Intent.Inspect i -> Optional.of(person(record, "kim"));
                    case Intent.Signable i -> Optional.of(person(record, "lee"));
                    default -> Optional.<Person>empty();
                };
        return new Author(person(record, "ana"), signer);
    }

    private World world(DerbyRecord record, Unit unit) throws RecordProblem {
        var units = new HashMap<UnitId, Unit>();
        for (var id : UNITS) units.put(id, record.unit(id));
        for (int i = 0; i < 5; i++) {
            var id = new UnitId(FAN, "F" + i);
            units.put(id, record.unit(id));
        }
        var sound = new Integrity(1, 1, Optional.empty());
        var head = record.head();
        var code =
                java.util.Objects.requireNonNull(record.reference().benches().get(head.bench()))
                        .code();
        return new World(
                record.reference(),
                Optional.of(unit),
                units,
                sound,
                Depot.CLOCK.instant(),
                kind -> OwnId.make(kind, code, head.ordinal(), head.seq() + 1));
    }

    private void undo(DerbyRecord record, Unit unit) throws RecordProblem {
        for (var r : unit.history().reversed()) {
            var e = r.entry().envelope();
            if (!e.bench().equals(record.head().bench()) || e.signature().isPresent()) continue;
            if (r.fact() instanceof BenchFact.Undone) return;
            done.merge("Undo", 1, Integer::sum);
            append(
                    record,
                    List.of(new BenchFact.Undone(e.command(), e.subjects())),
                    Optional.empty());
            return;
        }
    }

    private static void append(
            DerbyRecord record, List<Fact> facts, Optional<rotable.journal.Signature> signature)
            throws RecordProblem {
        var at = new Moment(Depot.CLOCK.instant(), "b", 0, Optional.empty(), Optional.empty());
        record.append(new Draft(UUID.randomUUID(), "ana", signature, at, facts));
    }

    private void agree() throws RecordProblem {
        var states = new TreeSet<String>();
        var cases = new TreeSet<String>();
        var lines = new TreeSet<String>();
        for (var record : benches.values()) {
            states.add(record.replica().watermark() + record.centralHash());
            cases.add(cases(record).toString());
            var all = new ArrayList<String>();
            record.lines(all::add);
            assertEquals(all.size(), new TreeSet<>(all).size(), "an entry twice");
            lines.add(new TreeSet<>(all).toString());
            assertEquals(Optional.empty(), record.verifyChains().damage());
            var before = record.stateHash();
            record.rebuild();
            assertEquals(before, record.stateHash(), record.head().bench());
            sound(record);
        }
        assertEquals(1, lines.size(), "not the same entries");
        assertEquals(1, states.size(), "not the same state");
        assertEquals(1, cases.size(), "not the same cases: " + cases);
    }

    private static Set<String> cases(DerbyRecord record) throws RecordProblem {
        var ids = new TreeSet<String>();
        for (var id : UNITS)
            for (var c : record.unit(id).cases()) ids.add(c.id() + c.rule() + c.isOpen());
        return ids;
    }

    /// A release that stands is one that the gate would grant on all that is known now.
    private void sound(DerbyRecord record) throws RecordProblem {
        for (var id : UNITS) {
            var unit = record.unit(id);
            var release = unit.order().flatMap(Order::release).filter(Release::stands);
            if (release.isEmpty()) continue;
            var gate = world(record, unit).gate(Optional.of(person(record, "lee")));
            assertEquals(
                    List.of(),
                    ReturnToServiceGate.blockers(gate),
                    id + " was released all the same");
        }
    }
}
