// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact.Split;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.Subject;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;
import rotable.journal.Entry;

/// Where entries belong besides what they name: two units may bear one address, and a bench may not
/// know it yet. Whether such an entry is about the second unit, that unit's fold tells.
final class Routes {
    /// The subject under which everything that told units apart is indexed.
    static final Subject SPLITS = new Subject(Subject.Kind.OTHER, "*split");

    private final Map<UnitId, Known> splits = new LinkedHashMap<>();

    /// @param hash of the entry that says so
    record Known(Split split, String hash) {}

    /// Takes note of what told two units apart.
    void learn(Entry entry) {
        if (entry.fact() instanceof Split s) splits.put(s.second(), new Known(s, entry.hash()));
    }

    void forget() {
        splits.clear();
    }

    /// All units that an entry may be about.
    Set<UnitId> units(Entry entry) {
        var units = new LinkedHashSet<UnitId>();
        for (var s : entry.envelope().subjects())
            if (s.kind() == Subject.Kind.UNIT) units.add(UnitId.parse(s.id()));
        if (!splits.isEmpty()) units.addAll(seconds(entry, units));
        return units;
    }

    private List<UnitId> seconds(Entry entry, Set<UnitId> named) {
        var seconds = new ArrayList<UnitId>();
        for (var known : splits.values())
            if (named.contains(known.split().unit()) && brings(known.split(), entry))
                seconds.add(known.split().second());
        return seconds;
    }

    /// What says that an entry which names the first unit is the second's: more than one where two
    /// supervisors said it, of which one has effect.
    List<Known> moving(Entry entry) {
        if (splits.isEmpty() || !(entry.fact() instanceof UnitFact f)) return List.of();
        return splits.values().stream().filter(k -> k.split().moves(f)).toList();
    }

    /// The units that an entry is about besides the first one: they have to know of it too.
    static List<UnitId> besides(Split split, Entry entry) {
        return entry.envelope().subjects().stream()
                .filter(s -> s.kind() == Subject.Kind.UNIT)
                .map(s -> UnitId.parse(s.id()))
                .filter(id -> !id.equals(split.unit()))
                .toList();
    }

    /// Whether an entry that names the first unit may be about the second.
    static boolean brings(Split split, Entry entry) {
        return switch (entry.fact()) {
            case BenchFact.Undone f -> true;
            // What came out of the one is not in the other.
            case RepairFact.Removed f -> f.unit().equals(split.unit());
            case RepairFact.Robbed f -> f.unit().equals(split.unit());
            // Nobody who holds an address says which of the two.
            case ReleaseFact.HoldPlaced f -> f.unit().equals(split.unit());
            case ReleaseFact.HoldLifted f -> f.unit().equals(split.unit());
            case UnitFact f -> split.moves(f);
            default -> false;
        };
    }
}
