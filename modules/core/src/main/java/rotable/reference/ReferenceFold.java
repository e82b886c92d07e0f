// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReferenceFact.BenchPublished;
import rotable.fact.ReferenceFact.CodePublished;
import rotable.fact.ReferenceFact.DepotPublished;
import rotable.fact.ReferenceFact.FormatPublished;
import rotable.fact.Subject;
import rotable.fact.Subject.Kind;
import rotable.identity.AssetId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.journal.Stamp;
import rotable.part.EntryPolicy;
import rotable.part.Equipment;
import rotable.part.Part;
import rotable.people.Person;
import rotable.reference.Reference.PinnedSet;
import rotable.reference.Reference.Version;

/// Folds publications into the reference data as it stands.
public final class ReferenceFold {
    private Optional<DepotPublished> depot;
    private Map<String, BenchPublished> benches;
    private Map<PartId, Part> parts;
    private Map<String, PinnedSet> sets;
    private Map<PersonId, Person> people;
    private Map<PersonId, List<Version>> published;
    private Map<AssetId, Equipment> equipment;
    private Map<AssetId, LocalDate> outOfTolerance;
    private Map<String, CodePublished> codes;
    private Map<String, LocalDate> shelfLives;
    private Map<String, List<FormatPublished>> formats;
    private Map<PartId, EntryPolicy> entryPolicies;
    private List<String> notUnderstood;

    private ReferenceFold(Reference r) {
        depot = r.depot();
        benches = r.benches();
        parts = r.parts();
        sets = r.sets();
        people = r.people();
        published = r.published();
        equipment = r.equipment();
        outOfTolerance = r.outOfTolerance();
        codes = r.codes();
        shelfLives = r.shelfLives();
        formats = r.formats();
        entryPolicies = r.entryPolicies();
        notUnderstood = r.notUnderstood();
    }

    /// The reference data after a fact; the same object where the fact is about something else.
    public static Reference apply(Reference r, Fact fact) {
        return switch (fact) {
            case ReferenceFact f -> new ReferenceFold(r).publish(f).done();
            case Fact.Unknown u when maySayWhatHolds(u) -> new ReferenceFold(r).miss(u).done();
            default -> r;
        };
    }

    /// The same, of an entry that stands at that place.
    public static Reference apply(Reference r, Fact fact, Stamp stamp) {
        var after = apply(r, fact);
        return fact instanceof ReferenceFact.PersonPublished f
                ? new ReferenceFold(after).version(f.person(), stamp).done()
                : after;
    }

    /// What is about a unit concerns that one alone, and what is about benches alone decides over
    /// none: each bench says such things of itself all day.
    private static boolean maySayWhatHolds(Fact.Unknown u) {
        var kinds = u.subjects().stream().map(Subject::kind).toList();
        return !kinds.contains(Kind.UNIT)
                && (kinds.isEmpty() || kinds.stream().anyMatch(k -> k != Kind.BENCH));
    }

    private ReferenceFold publish(ReferenceFact fact) {
        switch (fact) {
            case DepotPublished f -> depot = Optional.of(f);
            case BenchPublished f -> benches = put(benches, f.bench(), f);
            case ReferenceFact.PartPublished f -> parts = put(parts, f.part().id(), f.part());
            case ReferenceFact.CriteriaPublished f -> pin(f);
            case ReferenceFact.PersonPublished f ->
                    people = put(people, f.person().id(), f.person());
            case ReferenceFact.EquipmentPublished f ->
                    equipment = put(equipment, f.equipment().id(), f.equipment());
            case ReferenceFact.FoundOutOfTolerance f ->
                    outOfTolerance = put(outOfTolerance, f.asset(), f.since());
            case CodePublished f -> codes = put(codes, Reference.key(f.kind(), f.code()), f);
            case ReferenceFact.ShelfLifePublished f ->
                    shelfLives = put(shelfLives, Reference.shelfKey(f.part(), f.mark()), f.until());
            case FormatPublished f -> addFormat(f);
            case ReferenceFact.EntryPolicyPublished f ->
                    entryPolicies = put(entryPolicies, f.policy().part(), f.policy());
        }
        return this;
    }

    /// A set stands under its name in the newest version, and under name and version for ever.
    private void pin(ReferenceFact.CriteriaPublished f) {
        var version = f.publication().version();
        var pinned = new PinnedSet(version, f.set());
        sets = put(sets, Reference.pinned(f.set().id(), version), pinned);
        sets = put(sets, f.set().id(), pinned);
    }

    /// What somebody did is judged by what was known where it was done.
    private ReferenceFold version(Person person, Stamp stamp) {
        var all = new ArrayList<>(published.getOrDefault(person.id(), List.of()));
        all.add(new Version(person, stamp));
        published = put(published, person.id(), List.copyOf(all));
        return this;
    }

    /// Every version of a rule is kept; which one holds, the day tells.
    private void addFormat(FormatPublished f) {
        var versions = new ArrayList<>(formats.getOrDefault(f.rule().id(), List.of()));
        versions.add(f);
        formats = put(formats, f.rule().id(), List.copyOf(versions));
    }

    private ReferenceFold miss(Fact.Unknown u) {
        var type = u.type() + " v" + u.typeVersion();
        if (notUnderstood.contains(type)) return this;
        var list = new ArrayList<>(notUnderstood);
        list.add(type);
        notUnderstood = List.copyOf(list);
        return this;
    }

    private Reference done() {
        return new Reference(
                depot,
                benches,
                parts,
                sets,
                people,
                published,
                equipment,
                outOfTolerance,
                codes,
                shelfLives,
                formats,
                entryPolicies,
                notUnderstood);
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        var copy = new TreeMap<K, V>((a, b) -> a.toString().compareTo(b.toString()));
        copy.putAll(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
