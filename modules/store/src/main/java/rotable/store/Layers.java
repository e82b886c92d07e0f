// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.unit.Outcomes;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// The two layers of the fold while a batch is taken in: what the centre placed, and over it the
/// provisional tail of this bench's own entries that it has not placed yet.
final class Layers {
    private final JournalMapper db;
    private final Stored stored;
    private final String bench;
    private final long from;
    private final Function<UnitId, Optional<Unit>> cached;
    private final Map<UnitId, List<Recorded>> fresh = new HashMap<>();
    private final Map<UnitId, List<Recorded>> before = new HashMap<>();
    private final Map<UnitId, List<Recorded>> tail = new HashMap<>();
    private final Set<UnitId> touched = new LinkedHashSet<>();

    /// @param from the last position before the batch
    /// @param cached units as they were before it
    Layers(
            JournalMapper db,
            Stored stored,
            String bench,
            long from,
            Function<UnitId, Optional<Unit>> cached) {
        this.cached = cached;
        this.db = db;
        this.stored = stored;
        this.bench = bench;
        this.from = from;
    }

    /// Units whose state may be another now.
    Set<UnitId> touched() {
        return touched;
    }

    /// A unit as all of it stands now.
    Unit unit(UnitId id) {
        var history = new ArrayList<>(central(id));
        history.addAll(tail.getOrDefault(id, List.of()));
        return Unit.of(id, history);
    }

    private List<Recorded> central(UnitId id) {
        var history = new ArrayList<>(before.computeIfAbsent(id, this::placedBefore));
        history.addAll(fresh.getOrDefault(id, List.of()));
        return history;
    }

    private List<Recorded> placedBefore(UnitId id) {
        var known = cached.apply(id).map(Unit::history);
        return known.orElseGet(() -> stored.history(db, Subject.of(id))).stream()
                .filter(r -> r.stamp().position() > 0 && r.stamp().position() <= from)
                .toList();
    }

    /// Decides a command that the centre placed, once and for all.
    ///
    /// @param own whether this bench sealed it, and so decided it before
    void placed(List<Recorded> command, boolean own) {
        if (own) forget(command);
        var decided = decided(command, id -> Unit.of(id, central(id)));
        for (var r : decided)
            for (var id : units(r)) {
                fresh.computeIfAbsent(id, u -> new ArrayList<>()).add(r);
                touched.add(id);
            }
    }

    private List<Recorded> decided(List<Recorded> command, Function<UnitId, Unit> state) {
        var why = Outcomes.without(command, state);
        if (why.isPresent())
            for (var r : command) db.insertOutcome(Stored.row(r.entry(), why.get()));
        return command.stream().map(r -> new Recorded(r.entry(), r.stamp(), why)).toList();
    }

    private void forget(List<Recorded> command) {
        for (var r : command) db.dropOutcome(r.entry().hash());
    }

    /// Decides the tail anew, as far as what came before it changed the units that it is about.
    void redecideTail() {
        for (var command : stored.tail(db, bench)) {
            var units = new LinkedHashSet<UnitId>();
            for (var r : command) units.addAll(units(r));
            var now = command;
            if (judgedBy(command, units).anyMatch(touched::contains)) {
                var was = command.getFirst().without();
                forget(command);
                now = decided(command, this::unit);
                if (!now.getFirst().without().equals(was)) touched.addAll(units);
            }
            for (var r : now)
                for (var id : units(r)) tail.computeIfAbsent(id, u -> new ArrayList<>()).add(r);
        }
    }

    /// A release is judged by what is installed in the unit too.
    private Stream<UnitId> judgedBy(List<Recorded> command, Collection<UnitId> units) {
        var released = command.stream().anyMatch(r -> r.fact() instanceof ReleaseFact.Released);
        return released ? units.stream().flatMap(id -> unit(id).judged()) : units.stream();
    }

    private static List<UnitId> units(Recorded r) {
        return Fold.units(List.of(r.entry()));
    }
}
