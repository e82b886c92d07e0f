// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;

/// Folds what was published into the reference data as it stands.
public final class ReferenceFold {
    private ReferenceFold() {}

    /// The reference data after one more fact; facts of other kinds change nothing.
    public static Reference apply(Reference r, Fact fact) {
        return switch (fact) {
            case ReferenceFact f -> published(r, f);
            case Fact.Unknown u when u.subjects().stream().noneMatch(ReferenceFold::isUnit) ->
                    notUnderstood(r, u);
            default -> r;
        };
    }

    private static boolean isUnit(rotable.fact.Subject subject) {
        return subject.kind() == rotable.fact.Subject.Kind.UNIT;
    }

    private static Reference published(Reference r, ReferenceFact fact) {
        return switch (fact) {
            case ReferenceFact.DepotPublished f -> depot(r, f);
            case ReferenceFact.BenchPublished f ->
                    new Reference(
                            r.depot(),
                            put(r.benches(), f.bench(), f),
                            r.parts(),
                            r.sets(),
                            r.people(),
                            r.equipment(),
                            r.outOfTolerance(),
                            r.codes(),
                            r.notUnderstood());
            case ReferenceFact.PartPublished f ->
                    new Reference(
                            r.depot(),
                            r.benches(),
                            put(r.parts(), f.part().id(), f.part()),
                            r.sets(),
                            r.people(),
                            r.equipment(),
                            r.outOfTolerance(),
                            r.codes(),
                            r.notUnderstood());
            case ReferenceFact.CriteriaPublished f -> criteria(r, f);
            case ReferenceFact.PersonPublished f ->
                    new Reference(
                            r.depot(),
                            r.benches(),
                            r.parts(),
                            r.sets(),
                            put(r.people(), f.person().id(), f.person()),
                            r.equipment(),
                            r.outOfTolerance(),
                            r.codes(),
                            r.notUnderstood());
            case ReferenceFact.EquipmentPublished f ->
                    new Reference(
                            r.depot(),
                            r.benches(),
                            r.parts(),
                            r.sets(),
                            r.people(),
                            put(r.equipment(), f.equipment().id(), f.equipment()),
                            r.outOfTolerance(),
                            r.codes(),
                            r.notUnderstood());
            case ReferenceFact.FoundOutOfTolerance f ->
                    new Reference(
                            r.depot(),
                            r.benches(),
                            r.parts(),
                            r.sets(),
                            r.people(),
                            r.equipment(),
                            put(r.outOfTolerance(), f.asset(), f.since()),
                            r.codes(),
                            r.notUnderstood());
            case ReferenceFact.CodePublished f ->
                    new Reference(
                            r.depot(),
                            r.benches(),
                            r.parts(),
                            r.sets(),
                            r.people(),
                            r.equipment(),
                            r.outOfTolerance(),
                            put(r.codes(), Reference.key(f.kind(), f.code()), f),
                            r.notUnderstood());
        };
    }

    private static Reference depot(Reference r, ReferenceFact.DepotPublished f) {
        return new Reference(
                java.util.Optional.of(f),
                r.benches(),
                r.parts(),
                r.sets(),
                r.people(),
                r.equipment(),
                r.outOfTolerance(),
                r.codes(),
                r.notUnderstood());
    }

    private static Reference criteria(Reference r, ReferenceFact.CriteriaPublished f) {
        var version = f.publication().version();
        var pinned = new Reference.PinnedSet(version, f.set());
        var sets = put(r.sets(), Reference.pinned(f.set().id(), version), pinned);
        return new Reference(
                r.depot(),
                r.benches(),
                r.parts(),
                put(sets, f.set().id(), pinned),
                r.people(),
                r.equipment(),
                r.outOfTolerance(),
                r.codes(),
                r.notUnderstood());
    }

    private static Reference notUnderstood(Reference r, Fact.Unknown u) {
        var list = new ArrayList<>(r.notUnderstood());
        list.add(u.type() + " v" + u.typeVersion());
        return new Reference(
                r.depot(),
                r.benches(),
                r.parts(),
                r.sets(),
                r.people(),
                r.equipment(),
                r.outOfTolerance(),
                r.codes(),
                List.copyOf(list));
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        var copy = new TreeMap<K, V>((a, b) -> a.toString().compareTo(b.toString()));
        copy.putAll(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
