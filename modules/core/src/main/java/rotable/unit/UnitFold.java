// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rotable.fact.BenchFact;
import rotable.fact.CustodyFact;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.UnitFact;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

/// Folds one unit's entries. Undoing is part of the fold: a command that was taken back is skipped.
final class UnitFold {
    private final UnitId id;
    private Optional<Evidence> known = Optional.empty();
    private final TreeMap<PositionId, Optional<Child>> children = new TreeMap<>();
    private Optional<Place> installedIn = Optional.empty();
    private Optional<Place> removedFrom = Optional.empty();
    private final List<OrderFold> orders = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private Optional<String> location = Optional.empty();
    private final List<Recorded> notUnderstood = new ArrayList<>();

    UnitFold(UnitId id) {
        this.id = id;
    }

    Unit run(List<Recorded> history) {
        var undone = undoneCommands(history);
        for (var r : history)
            if (r.without().isEmpty() && !undone.contains(r.entry().envelope().command())) apply(r);
        return new Unit(
                id,
                List.copyOf(history),
                known,
                Collections.unmodifiableMap(new TreeMap<>(children)),
                installedIn,
                removedFrom,
                orders.stream().map(OrderFold::done).toList(),
                List.copyOf(holds),
                location,
                List.copyOf(notUnderstood));
    }

    private static Set<String> undoneCommands(List<Recorded> history) {
        var commands = new HashSet<String>();
        for (var r : history)
            if (r.fact() instanceof BenchFact.Undone u && r.without().isEmpty())
                commands.add(u.command());
        return commands;
    }

    private void apply(Recorded r) {
        switch (r.fact()) {
            case UnitFact f when !f.unit().equals(id) -> asComponent(f, r);
            case UnitFact f -> asUnit(f, r);
            case Fact.Unknown unknown -> notUnderstood.add(r);
            case BenchFact b -> {}
            case ReferenceFact f -> {}
        }
    }

    private void asComponent(UnitFact fact, Recorded r) {
        if (fact instanceof RepairFact.Installed f) {
            known = known.or(() -> Optional.of(f.evidence()));
            installedIn = Optional.of(new Place(f.unit(), f.position(), r.stamp()));
        } else if (fact instanceof RepairFact.Removed f) {
            known = known.or(() -> Optional.of(f.evidence()));
            leave(f.unit(), f.position(), r);
        } else if (fact instanceof RepairFact.Robbed f) {
            leave(f.unit(), f.position(), r);
        }
    }

    private void leave(UnitId parent, PositionId position, Recorded r) {
        installedIn = Optional.empty();
        removedFrom = Optional.of(new Place(parent, position, r.stamp()));
    }

    private void asUnit(UnitFact fact, Recorded r) {
        switch (fact) {
            case IntakeFact.Adopted f -> known = Optional.of(f.evidence());
            case IntakeFact.Received f -> {
                known = known.or(() -> Optional.of(f.evidence()));
                orders.add(new OrderFold(f, r.stamp(), children));
            }
            case RepairFact.Removed f -> children.put(f.position(), Optional.empty());
            case RepairFact.Robbed f -> children.put(f.position(), Optional.empty());
            case RepairFact.Installed f -> children.put(f.position(), Optional.of(f.child()));
            case ReleaseFact.HoldPlaced f -> holds.add(new Hold(f.hold(), f.reason(), r.stamp()));
            case ReleaseFact.HoldLifted f -> holds.removeIf(h -> h.id().equals(f.hold()));
            case CustodyFact.Moved f -> location = Optional.of(f.location());
            case CustodyFact.IdentityRead f -> {}
            case IntakeFact f -> {}
            case RepairFact f -> {}
            case TestFact f -> {}
            case ReleaseFact f -> {}
            case CustodyFact f -> {}
        }
        if (!orders.isEmpty()) orders.getLast().apply(fact, r);
    }
}
