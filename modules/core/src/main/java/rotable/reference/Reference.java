// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.ReferenceFact.BenchPublished;
import rotable.fact.ReferenceFact.CodePublished;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.fact.ReferenceFact.DepotPublished;
import rotable.fact.ReferenceFact.FormatPublished;
import rotable.format.FormatRule;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.journal.Stamp;
import rotable.part.CriteriaSet;
import rotable.part.EntryPolicy;
import rotable.part.Equipment;
import rotable.part.Part;
import rotable.people.Person;

/// The depot's reference data as it stands: the newest version of everything, and every version of
/// the criteria sets, because orders stay pinned to theirs.
///
/// @param published every version of each person, in canonical order
/// @param outOfTolerance equipment that a calibration found wrong, and since when
/// @param shelfLives until when items may be installed, by part and serial or lot
/// @param formats the rules for makers' own labels, each in all its versions
/// @param entryPolicies how serials may come into the record, by part
/// @param notUnderstood reference facts that a newer Rotable published
public record Reference(
        Optional<DepotPublished> depot,
        Map<String, BenchPublished> benches,
        Map<PartId, Part> parts,
        Map<String, PinnedSet> sets,
        Map<PersonId, Person> people,
        Map<PersonId, List<Version>> published,
        Map<AssetId, Equipment> equipment,
        Map<AssetId, LocalDate> outOfTolerance,
        Map<String, CodePublished> codes,
        Map<String, LocalDate> shelfLives,
        Map<String, List<FormatPublished>> formats,
        Map<PartId, EntryPolicy> entryPolicies,
        List<String> notUnderstood) {
    /// A criteria set in one version.
    public record PinnedSet(int version, CriteriaSet set) {}

    /// Nothing published yet.
    public static final Reference EMPTY =
            new Reference(
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of());

    /// The depot's time zone; UTC until the depot is published.
    public ZoneId zone() {
        return depot.map(d -> ZoneId.of(d.zone())).orElse(ZoneOffset.UTC);
    }

    public Optional<Part> part(PartId id) {
        return Optional.ofNullable(parts.get(id));
    }

    /// Parts whose number is that, of any maker.
    public List<Part> partsNumbered(String number) {
        return parts.values().stream().filter(p -> p.id().number().equals(number)).toList();
    }

    /// Parts with that GS1 trade item number, leading zeros aside.
    public List<Part> partsWithGtin(String gtin) {
        var wanted = withoutZeros(gtin);
        return parts.values().stream()
                .filter(p -> p.gtin().filter(g -> withoutZeros(g).equals(wanted)).isPresent())
                .toList();
    }

    private static String withoutZeros(String gtin) {
        return gtin.replaceFirst("^0+", "");
    }

    /// The newest version of a criteria set.
    public Optional<PinnedSet> set(String id) {
        return Optional.ofNullable(sets.get(id));
    }

    /// A criteria set in the version an order is pinned to.
    public Optional<CriteriaSet> set(String id, int version) {
        return Optional.ofNullable(sets.get(pinned(id, version))).map(PinnedSet::set);
    }

    static String pinned(String id, int version) {
        return id + " v" + version;
    }

    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /// A person as published, and where.
    public record Version(Person person, Stamp stamp) {}

    /// A person as the author of an entry knew: as published last before it, by cause.
    public Optional<Person> personTo(Stamp entry, PersonId id) {
        return published.getOrDefault(id, List.of()).reversed().stream()
                .filter(v -> v.stamp().precedes(entry))
                .map(Version::person)
                .findFirst();
    }

    /// The person who bears that badge.
    public Optional<Person> badge(String badge) {
        return people.values().stream().filter(p -> p.badge().equals(badge)).findFirst();
    }

    public Optional<Equipment> equipment(AssetId id) {
        return Optional.ofNullable(equipment.get(id));
    }

    /// The last day on which an item may be installed; absent where it has none.
    public Optional<LocalDate> shelfLife(Child item) {
        return Optional.ofNullable(shelfLives.get(shelfKey(item.part(), item.mark())));
    }

    static String shelfKey(PartId part, String mark) {
        return part + "/" + mark;
    }

    /// How serials of a part may come into the record.
    public EntryPolicy entryPolicy(PartId part) {
        return entryPolicies.getOrDefault(part, EntryPolicy.of(part));
    }

    private static final Comparator<FormatPublished> BY_DAY =
            Comparator.comparing((FormatPublished f) -> f.publication().effective())
                    .thenComparingInt(f -> f.publication().version());

    /// The rules for makers' own labels that hold on a day: of each the version that took effect
    /// last, of two for one day the one that was published later; if it is in use.
    public List<FormatRule> formatsOn(LocalDate day) {
        return formats.values().stream()
                .flatMap(
                        versions ->
                                versions.stream()
                                        .filter(f -> !f.publication().effective().isAfter(day))
                                        .reduce((a, b) -> BY_DAY.compare(a, b) > 0 ? a : b)
                                        .stream())
                .map(FormatPublished::rule)
                .filter(FormatRule::active)
                .toList();
    }

    public Optional<CodePublished> code(Kind kind, String code) {
        return Optional.ofNullable(codes.get(key(kind, code)));
    }

    /// All codes of a kind.
    public Collection<CodePublished> codes(Kind kind) {
        return codes.values().stream().filter(c -> c.kind() == kind).toList();
    }

    static String key(Kind kind, String code) {
        return kind + ":" + code;
    }

    /// A person's name, or the id itself for `system` and people not published here.
    public String nameOf(String person) {
        return people.values().stream()
                .filter(p -> p.id().value().equals(person))
                .map(Person::name)
                .findFirst()
                .orElse(person);
    }
}
