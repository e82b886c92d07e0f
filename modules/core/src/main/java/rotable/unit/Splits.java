// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact.Split;
import rotable.fact.ReleaseFact;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;

/// Which entries that name one address are about which of the units that bear it.
final class Splits {
    private static final Splits NONE = new Splits();

    private final List<Recorded> splits = new ArrayList<>();
    private final Map<String, Set<UnitId>> commands = new HashMap<>();

    private Splits() {}

    /// What a history tells of it, for the entries before as for those behind.
    static Splits in(List<Recorded> history) {
        if (history.stream().noneMatch(Splits::tells)) return NONE;
        var found = new Splits();
        for (var r : history) if (tells(r)) found.splits.add(r);
        for (var r : history) found.learn(r);
        return found;
    }

    private static boolean tells(Recorded r) {
        return r.fact() instanceof Split && r.without().isEmpty();
    }

    private void learn(Recorded r) {
        if (r.fact() instanceof UnitFact f)
            commands.computeIfAbsent(r.entry().envelope().command(), c -> new HashSet<>())
                    .add(owner(f));
    }

    /// The unit that a fact is about.
    UnitId owner(UnitFact fact) {
        if (splits.isEmpty()) return fact.unit();
        return splits().filter(s -> s.moves(fact))
                .map(Split::second)
                .findFirst()
                .orElse(fact.unit());
    }

    /// Who said that a case is none, because it is about two units.
    Optional<Signed> noCase(Case c) {
        return splits.stream()
                .filter(r -> r.fact() instanceof Split s && s.disputes().contains(c.id()))
                .map(r -> new Signed(Signed.by(r), ((Split) r.fact()).reason(), r.stamp()))
                .findFirst();
    }

    /// Whether a unit bears a tag that has no effect: it is another one's second tag, and what is
    /// written under it is nobody's.
    boolean isNoUnit(UnitId id) {
        return id.tag().isPresent() && splits().noneMatch(s -> s.second().equals(id));
    }

    boolean isNone() {
        return splits.isEmpty();
    }

    /// Whether an entry in a unit's history is about it, as a unit or as a component.
    boolean isAbout(UnitId id, Recorded r) {
        return switch (r.fact()) {
            // Nobody who holds an address says which of the two.
            case ReleaseFact.HoldPlaced f -> true;
            case ReleaseFact.HoldLifted f -> true;
            case UnitFact f -> !bears(id, f.unit()) || owner(f).equals(id);
            // Whoever took something back under the address that both bear meant one of them.
            case BenchFact.Undone f -> owners(f).contains(id) || !bears(id);
            default -> true;
        };
    }

    private Set<UnitId> owners(BenchFact.Undone f) {
        return commands.getOrDefault(f.command(), Set.of());
    }

    /// Whether a unit bears that address, its own or that of the first one.
    boolean bears(UnitId id, UnitId address) {
        return address.equals(id)
                || splits().anyMatch(s -> s.second().equals(id) && s.unit().equals(address));
    }

    private boolean bears(UnitId id) {
        return splits().anyMatch(s -> s.unit().equals(id) || s.second().equals(id));
    }

    /// An entry as it counts for its own unit.
    Recorded inEffect(Recorded r) {
        return r.without()
                .flatMap(w -> w.clash().map(c -> Case.of(c, w.why(), r)))
                .flatMap(this::noCase)
                .map(s -> r.inEffect())
                .orElse(r);
    }

    /// The other units that bear the first one's address.
    List<UnitId> seconds(UnitId first) {
        return splits().filter(s -> s.unit().equals(first)).map(Split::second).toList();
    }

    private java.util.stream.Stream<Split> splits() {
        return splits.stream().map(r -> (Split) r.fact());
    }
}
