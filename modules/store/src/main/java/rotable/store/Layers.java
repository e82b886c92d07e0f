// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import rotable.fact.CaseFact;
import rotable.fact.ReferenceFact;
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
    private final Reviews reviews;
    private boolean revoked;

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
        this.reviews = new Reviews(db, stored);
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
        return placedBefore(known.orElseGet(() -> stored.history(db, Subject.of(id))));
    }

    private List<Recorded> placedBefore(List<Recorded> history) {
        return history.stream()
                .filter(r -> r.stamp().position() > 0 && r.stamp().position() <= from)
                .toList();
    }

    /// Decides a command that the centre placed, once and for all.
    ///
    /// @param own whether this bench sealed it, and so decided it before
    void placed(List<Recorded> command, boolean own) {
        if (own) {
            forget(command);
            stored.tail().placed(command);
        }
        for (var r : command) {
            // Looked for while nothing of this batch is found with it.
            for (var id : units(r)) before.computeIfAbsent(id, this::placedBefore);
            if (r.fact() instanceof CaseFact.Split s) bring(s);
            for (var known : stored.routes().moving(r.entry())) know(known, r);
        }
        var decided = decided(command, id -> Unit.of(id, central(id)));
        for (var r : decided)
            for (var id : units(r)) {
                fresh.computeIfAbsent(id, u -> new ArrayList<>()).add(r);
                touched.add(id);
            }
    }

    /// What was recorded of a second unit under the first one's address is read anew: nobody knew
    /// that there are two.
    private void bring(CaseFact.Split split) {
        reread(split.second());
        for (var id : Fold.components(db, stored, split)) reread(id);
        var late = fresh.computeIfAbsent(split.second(), u -> new ArrayList<>());
        for (var r : fresh.getOrDefault(split.unit(), List.of()))
            if (Routes.brings(split, r.entry()) && !late.contains(r)) late.add(r);
    }

    private void reread(UnitId id) {
        before.put(id, placedBefore(stored.history(db, Subject.of(id))));
    }

    /// A component of a second unit has to know that there are two, wherever that was placed.
    private void know(Routes.Known known, Recorded r) {
        var split = stored.recorded(db, known.hash()).filter(s -> s.stamp().position() > 0);
        if (split.isEmpty()) return;
        var place = split.get().stamp().position();
        for (var id : Routes.besides(known.split(), r.entry())) {
            before.computeIfAbsent(id, this::placedBefore);
            var list = (place <= from ? before : fresh).getOrDefault(id, List.of());
            if (list.stream().anyMatch(o -> o.stamp().position() == place)) continue;
            var all = new ArrayList<>(list);
            all.add(split.get());
            all.sort(Comparator.comparingLong(o -> o.stamp().position()));
            (place <= from ? before : fresh).put(id, all);
        }
    }

    /// What was placed before a publication, and has to be looked at because of it.
    void look(Recorded publication) {
        if (!(publication.fact() instanceof ReferenceFact.PersonPublished)) return;
        revoked = true;
        var position = publication.stamp().position();
        for (var r : reviews.broughtUp(publication.entry(), position)) {
            reviews.write(r);
            for (var id : units(r)) {
                before.computeIfAbsent(id, this::placedBefore);
                before.computeIfPresent(id, (u, all) -> with(all, r));
                fresh.computeIfPresent(id, (u, all) -> with(all, r));
                touched.add(id);
            }
        }
    }

    private static List<Recorded> with(List<Recorded> all, Recorded now) {
        var changed = new ArrayList<>(all);
        changed.replaceAll(r -> r.stamp().hash().equals(now.stamp().hash()) ? now : r);
        return changed;
    }

    private List<Recorded> decided(List<Recorded> command, Function<UnitId, Unit> state) {
        var why = Outcomes.without(command, state);
        var decided =
                command.stream()
                        .map(r -> reviews.of(new Recorded(r.entry(), r.stamp(), why)))
                        .toList();
        for (var r : decided) Stored.row(r).ifPresent(db::insertOutcome);
        return decided;
    }

    private void forget(List<Recorded> command) {
        for (var r : command) db.dropOutcome(r.entry().hash());
    }

    /// Decides the tail anew, as far as what came before it changed the units that it is about.
    void redecideTail() {
        var all = new ArrayList<List<Recorded>>();
        for (var command : stored.tail(db, bench)) {
            var units = new LinkedHashSet<UnitId>();
            for (var r : command) units.addAll(units(r));
            var now = command;
            if (revoked || judgedBy(command, units).anyMatch(touched::contains)) {
                forget(command);
                now = decided(command, this::unit);
                if (!now.equals(command)) touched.addAll(units);
            }
            all.add(now);
            for (var r : now)
                for (var id : units(r)) tail.computeIfAbsent(id, u -> new ArrayList<>()).add(r);
        }
        stored.tail().decided(all);
    }

    /// A release is judged by what is installed in the unit too.
    private Stream<UnitId> judgedBy(List<Recorded> command, Collection<UnitId> units) {
        var released = command.stream().anyMatch(r -> r.fact() instanceof ReleaseFact.Released);
        return released ? units.stream().flatMap(id -> unit(id).judged()) : units.stream();
    }

    private List<UnitId> units(Recorded r) {
        return Fold.units(db, stored, List.of(r.entry()));
    }
}
