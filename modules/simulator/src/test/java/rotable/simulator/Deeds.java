// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rotable.decision.Author;
import rotable.decision.Decider;
import rotable.decision.Decision;
import rotable.decision.Intent;
import rotable.decision.Settlement;
import rotable.decision.World;
import rotable.fact.BenchFact;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.fact.Subject;
import rotable.identity.Child;
import rotable.identity.OwnId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.Moment;
import rotable.journal.ReferenceFile;
import rotable.journal.Signature;
import rotable.people.Person;
import rotable.people.Role;
import rotable.record.RecordProblem;
import rotable.release.Integrity;
import rotable.store.DerbyRecord;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Undoing;
import rotable.unit.Unit;

/// What people at benches do to a few units, whatever comes to mind.
// Every kind of deed, and so longer than most.
final class Deeds {
    private static final PartId PSU = new PartId("ACME", "PSU");
    private static final PartId FAN = new PartId("ACME", "FAN");

    /// The units that everybody works on.
    static final List<UnitId> UNITS =
            List.of(new UnitId(PSU, "P1"), new UnitId(PSU, "P2"), new UnitId(PSU, "P3"));

    private static final List<UnitId> FANS =
            List.of(new UnitId(FAN, "F0"), new UnitId(FAN, "F1"), new UnitId(FAN, "F2"));

    /// Those, second ones that bear their identity, and what is installed in them.
    static List<UnitId> all(DerbyRecord record) throws RecordProblem {
        return Stream.concat(units(record).stream(), FANS.stream()).toList();
    }

    /// The units that everybody works on, and second ones that bear their identity.
    static List<UnitId> units(DerbyRecord record) throws RecordProblem {
        var units = new ArrayList<>(UNITS);
        for (var id : UNITS) units.addAll(record.unit(id).seconds());
        return units;
    }

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
              {"id": "raj", "name": "Raj", "badge": "BG-KA-2225-G", "roles": ["TECHNICIAN"],
               "qualifications": [{"process": "REPAIR", "part": "*", "until": "2030-12-31"},
                {"process": "TEST", "part": "*", "until": "2030-12-31"}], "active": true},
              {"id": "kim", "name": "Kim", "badge": "BG-KA-2226-E", "roles": ["INSPECTOR"],
               "qualifications": [{"process": "INSPECT", "part": "*", "until": "2030-12-31"}], "active": true},
              {"id": "lee", "name": "Lee", "badge": "BG-KA-2227-C",
               "roles": ["RELEASER", "SUPERVISOR"], "authorisation": "R1",
               "qualifications": [{"process": "RELEASE", "part": "*", "until": "2030-12-31"}], "active": true}]}
            """;
    private static final List<Fact> REFERENCE = List.copyOf(ReferenceFile.read(DEPOT).facts());

    private final Random random;
    private final Predicate<Fact> recordable;
    private final Told told;
    private final Map<String, Integer> done = new TreeMap<>();

    /// Hears of entries.
    interface Told {
        void of(Entry entry) throws RecordProblem;
    }

    /// @param recordable whether the program in use knows such facts
    /// @param told hears of every entry that was acknowledged to whoever made it
    Deeds(Random random, Predicate<Fact> recordable, Told told) {
        this.random = random;
        this.recordable = recordable;
        this.told = told;
    }

    /// How often what was done.
    Map<String, Integer> done() {
        return done;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Publishes the depot's reference data.
    void publish(DerbyRecord record, InstantSource clock) throws RecordProblem {
        append(record, clock, REFERENCE, Optional.empty());
    }

    /// Does something.
    void act(DerbyRecord record, InstantSource clock) throws RecordProblem {
        if (record.reference().benches().isEmpty()) return;
        var unit = record.unit(one(units(record)));
        if (random.nextInt(40) == 0) rights(record, clock);
        else if (!unit.openCases().isEmpty() && random.nextInt(4) == 0)
            perform(record, clock, unit, settle(one(unit.openCases())));
        else if (random.nextInt(8) == 0) undo(record, clock, unit);
        else if (random.nextInt(8) == 0) rob(record, clock, unit);
        else if (random.nextInt(8) == 0) finish(record, clock, unit.id());
        else perform(record, clock, unit, intent(unit));
    }

    /// Somebody is sent away, or comes back; or may inspect no more, or again.
    private void rights(DerbyRecord record, InstantSource clock) throws RecordProblem {
        var person = person(record, one(List.of("raj", "kim")));
        var raj = person.id().value().equals("raj");
        var roles = person.roles().isEmpty() ? List.of(Role.INSPECTOR) : List.<Role>of();
        var now =
                new Person(
                        person.id(),
                        person.name(),
                        person.badge(),
                        raj ? person.roles() : roles,
                        person.qualifications(),
                        person.authorisation(),
                        !raj || !person.active());
        done.merge("Rights", 1, Integer::sum);
        var publication = new Publication(2, LocalDate.parse("2026-01-01"), "test");
        var fact = new ReferenceFact.PersonPublished(publication, now);
        append(record, clock, List.of(fact), Optional.empty());
    }

    /// An entry of a type that a newer version writes, or with a body that its type does not allow.
    void poison(DerbyRecord record, InstantSource clock) throws RecordProblem {
        done.merge("Poison", 1, Integer::sum);
        var subjects = List.of(Subject.of(one(UNITS)));
        var odd =
                random.nextBoolean()
                        ? new Fact.Unknown("weighed", 1, subjects, "{\"grams\":17}")
                        : new Fact.Unknown("measured", 1, subjects, "{\"unit\":17}");
        append(record, clock, List.of(odd), Optional.empty());
    }

    private void perform(DerbyRecord record, InstantSource clock, Unit unit, Intent intent)
            throws RecordProblem {
        var decision =
                Decider.decide(
                        world(record, clock.instant(), unit), intent, author(record, intent));
        if (!(decision instanceof Decision.Accepted a)) return;
        done.merge(intent.getClass().getSimpleName(), 1, Integer::sum);
        append(record, clock, a.facts(), a.signature());
    }

    /// Does what is missing until the unit is released, or something can't be done.
    private void finish(DerbyRecord record, InstantSource clock, UnitId id) throws RecordProblem {
        for (int i = 0; i < 3; i++)
            for (var c : record.unit(id).openCases())
                perform(record, clock, record.unit(id), settle(c));
        for (var hold : record.unit(id).holds())
            perform(record, clock, record.unit(id), new Intent.Unhold(hold.id(), "r"));
        for (var position : record.unit(id).order().map(Order::unfilled).orElse(List.of()))
            for (var fan : FANS)
                perform(
                        record,
                        clock,
                        record.unit(id),
                        new Intent.Install(position, new Child.Serialised(fan), READ));
        for (var intent :
                List.of(
                        new Intent.BeginTest("T", Optional.empty()),
                        new Intent.Measure("T", "2", "V"),
                        new Intent.Inspect(),
                        new Intent.Release())) perform(record, clock, record.unit(id), intent);
    }

    /// Takes what is missing out of another unit, if it is in one.
    private void rob(DerbyRecord record, InstantSource clock, Unit unit) throws RecordProblem {
        for (var position : unit.order().map(Order::unfilled).orElse(List.of()))
            for (var fan : FANS)
                if (record.unit(fan).installedIn().isPresent()) {
                    var child = new Child.Serialised(fan);
                    perform(record, clock, unit, new Intent.Rob(position, child, "needed", READ));
                    return;
                }
    }

    private Intent intent(Unit unit) {
        if (unit.openOrder().isEmpty()) return new Intent.Receive(unit.id(), READ);
        var open = unit.openCases();
        var position = one(POSITIONS);
        var fan = new Child.Serialised(one(FANS));
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                    new Intent.Remove(
                            position,
                            Optional.of(there(unit, position, fan)),
                            false,
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
                                    ? new Intent.Note("n")
                                    : new Intent.Unhold(unit.holds().getFirst().id(), "r");
        };
    }

    private Intent settle(Case dispute) {
        return new Intent.Settle(dispute, one(Settlement.of(dispute)), "because");
    }

    private static Child there(Unit unit, PositionId position, Child otherwise) {
        return unit.children().getOrDefault(position, Optional.empty()).orElse(otherwise);
    }

    static Person person(DerbyRecord record, String id) {
        return record.reference().person(new PersonId(id)).orElseThrow();
    }

    private Author author(DerbyRecord record, Intent intent) {
        var signer =
                switch (intent) {
                    case Intent.Inspect i -> Optional.of(person(record, "kim"));
                    case Intent.Signable i -> Optional.of(person(record, "lee"));
                    default -> Optional.<Person>empty();
                };
        return new Author(person(record, one(List.of("ana", "raj"))), signer);
    }

    static World world(DerbyRecord record, Instant now, Unit unit) throws RecordProblem {
        var units = new HashMap<UnitId, Unit>();
        for (var id : all(record)) units.put(id, record.unit(id));
        var head = record.head();
        var code = requireNonNull(record.reference().benches().get(head.bench())).code();
        return new World(
                record.head().bench(),
                record.reference(),
                Optional.of(unit),
                units,
                new Integrity(1, 1, Optional.empty()),
                now,
                kind -> OwnId.make(kind, code, head.ordinal(), head.seq() + 1));
    }

    private void undo(DerbyRecord record, InstantSource clock, Unit unit) throws RecordProblem {
        for (var r : unit.history().reversed()) {
            var e = r.entry().envelope();
            if (!e.bench().equals(record.head().bench())) continue;
            if (e.signature().isPresent() || r.fact() instanceof BenchFact.Undone) return;
            for (var s : e.subjects())
                if (Undoing.builtOn(record.unit(UnitId.parse(s.id())), e.command()).isPresent())
                    return;
            done.merge("Undo", 1, Integer::sum);
            var undone = new BenchFact.Undone(e.command(), subjects(unit, e.command()));
            append(record, clock, List.of(undone), Optional.empty());
            return;
        }
    }

    private static List<Subject> subjects(Unit unit, String command) {
        return unit.history().stream()
                .map(r -> r.entry().envelope())
                .filter(e -> e.command().equals(command))
                .flatMap(e -> e.subjects().stream())
                .distinct()
                .toList();
    }

    private void append(
            DerbyRecord record,
            InstantSource clock,
            List<Fact> facts,
            Optional<Signature> signature)
            throws RecordProblem {
        if (!facts.stream().allMatch(recordable)) return;
        var at = new Moment(clock.instant(), "b", 0, Optional.empty(), Optional.empty());
        var command = new UUID(random.nextLong(), random.nextLong());
        for (var entry : record.append(new Draft(command, "ana", signature, at, facts)))
            told.of(entry);
    }
}
