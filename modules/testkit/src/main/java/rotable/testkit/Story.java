// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rotable.decision.Author;
import rotable.decision.Decider;
import rotable.decision.Decision;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.decision.World;
import rotable.fact.BenchFact;
import rotable.fact.Fact;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import rotable.identity.Child;
import rotable.identity.OwnId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Moment;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.release.Integrity;
import rotable.release.Line;
import rotable.release.ReturnToServiceGate;
import rotable.unit.Unit;

/// A story over facts: who did what to one unit and when, and what came of it.
///
/// ```java
/// new Story().at("08:00").by("ana", new Intent.Receive(…)).refused(new Intent.Release(), …);
/// ```
public final class Story {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private final InMemoryRecord record = new InMemoryRecord("B1");
    private final UnitId unit;
    private Instant now = DAY.atTime(8, 0).toInstant(java.time.ZoneOffset.UTC);
    private Optional<Person> operator = Optional.empty();

    /// @param unit the unit that the story is about
    /// @param depot its reference data
    public Story(UnitId unit, List<ReferenceFact> depot) {
        this.unit = unit;
        append(List.copyOf(depot), Optional.empty());
    }

    /// Publishes something further.
    public Story published(ReferenceFact... facts) {
        append(List.of(facts), Optional.empty());
        return this;
    }

    /// A publication of this day.
    public static Publication today() {
        return new Publication(1, DAY, "story");
    }

    /// Sets the clock to a time of the story's day, such as `14:20`.
    public Story at(String time) {
        now = DAY.atTime(java.time.LocalTime.parse(time)).toInstant(java.time.ZoneOffset.UTC);
        return this;
    }

    /// Who works from now on.
    public Story by(String person) {
        operator = record.reference().person(new PersonId(person));
        return this;
    }

    /// Does these one after the other; each must be accepted.
    public Story does(Intent... intents) {
        for (var intent : intents) accepted(intent, Optional.empty());
        return this;
    }

    /// Does it with that person's signature.
    public Story signed(String person, Intent intent) {
        accepted(intent, record.reference().person(new PersonId(person)));
        return this;
    }

    /// Records a fact that no rule looked at, as another release may have.
    public Story wrote(Fact fact) {
        append(List.of(fact), Optional.empty());
        return this;
    }

    /// Takes the last command about the unit back.
    public Story undoesLast() {
        var last = unit().history().getLast().entry().envelope();
        append(List.of(new BenchFact.Undone(last.command(), last.subjects())), Optional.empty());
        return this;
    }

    private void accepted(Intent intent, Optional<Person> signer) {
        var decision = decide(intent, signer);
        if (!(decision instanceof Decision.Accepted a))
            throw new AssertionError(intent + " was refused: " + decision);
        append(a.facts(), a.signature());
    }

    private Decision decide(Intent intent, Optional<Person> signer) {
        return Decider.decide(world(), intent, new Author(operator.orElseThrow(), signer));
    }

    /// The refusals that trying this meets; nothing is recorded.
    public List<Refusal> refusals(Intent intent, Optional<String> signer) {
        var by = signer.flatMap(s -> record.reference().person(new PersonId(s)));
        return switch (decide(intent, by)) {
            case Decision.Refused r -> r.refusals();
            case Decision.Accepted a -> List.of();
        };
    }

    /// Trying this is refused with exactly these reasons.
    public Story refused(Intent intent, Refusal... reasons) {
        assertEquals(List.of(reasons), refusals(intent, Optional.empty()));
        return this;
    }

    private void append(List<Fact> facts, Optional<rotable.journal.Signature> signature) {
        var who = operator.map(p -> p.id().value()).orElse(Draft.SYSTEM);
        var moment = new Moment(now, "story", 0, Optional.empty(), Optional.empty());
        record.append(new Draft(UUID.randomUUID(), who, signature, moment, facts));
    }

    private World world() {
        var units = new HashMap<UnitId, Unit>();
        var others = new ArrayList<UnitId>(record.unitsBeginning(""));
        for (var id : others) units.put(id, record.unit(id));
        var known = record.unit(unit);
        return new World(
                record.head().bench(),
                record.reference(),
                known.isUnknown() ? Optional.empty() : Optional.of(known),
                Map.copyOf(units),
                new Integrity(1, 1, Optional.empty()),
                now,
                this::ownId);
    }

    private String ownId(OwnId.Kind kind) {
        return OwnId.make(kind, "KA", 1, record.head().seq() + 1);
    }

    /// The depot's reference data as they stand.
    public Reference reference() {
        return record.reference();
    }

    /// The unit as it stands.
    public Unit unit() {
        return record.unit(unit);
    }

    /// What the clock says.
    public Instant now() {
        return now;
    }

    /// The ids of the criteria that stand in the way of a release by that person.
    public List<String> blockers(String releaser) {
        var person = record.reference().person(new PersonId(releaser));
        return ReturnToServiceGate.blockers(world().gate(person)).stream().map(Line::id).toList();
    }

    /// A child at a position, as tests write it.
    public static Child serialised(String unit) {
        return new Child.Serialised(UnitId.parse(unit));
    }
}
