// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
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
import rotable.identity.OrderId;
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
    private final List<OrderFold> disputed = new ArrayList<>();
    private final Cases cases = new Cases();
    private final Map<OrderId, OrderId> merged = new HashMap<>();
    private final List<Hold> holds = new ArrayList<>();
    private Optional<String> location = Optional.empty();
    private final List<Recorded> notUnderstood = new ArrayList<>();
    private Splits splits = Splits.in(List.of());

    UnitFold(UnitId id) {
        this.id = id;
    }

    Unit run(List<Recorded> history) {
        splits = Splits.in(history);
        cases.of(splits);
        var undone = Undoing.undone(history);
        for (var r : history)
            if (r.without().isEmpty() && r.fact() instanceof CaseFact.Settled f)
                f.merged().ifPresent(from -> merged.put(from, f.order()));
        for (var r : splits.isNoUnit(id) ? List.<Recorded>of() : history) {
            if (undone.contains(r.entry().envelope().command())) continue;
            if (r.without().isPresent()) clash(r, r.without().get());
            else inEffect(r);
        }
        return new Unit(
                id,
                List.copyOf(history),
                known,
                Collections.unmodifiableMap(new TreeMap<>(children)),
                installedIn,
                removedFrom,
                orders.stream().map(OrderFold::done).toList(),
                disputed.stream().map(OrderFold::done).toList(),
                cases.all(),
                List.copyOf(holds),
                location,
                List.copyOf(notUnderstood),
                splits.seconds(id));
    }

    private void inEffect(Recorded r) {
        again(r);
        late(r);
        apply(r);
        review(r);
    }

    /// What has no effect because of another bench's entry is a case. A second receipt opens a stay
    /// of its own meanwhile, so that nothing of the work under it is lost.
    private void clash(Recorded r, Without without) {
        if (without.clash().isEmpty()) return;
        var found = Case.of(without.clash().get(), without.why(), r);
        var none = splits.noCase(found);
        if (none.isEmpty() && !splits.isAbout(id, r)) return;
        cases.found(found);
        if (none.isPresent()) apply(r.inEffect());
        else if (r.fact() instanceof IntakeFact.Received f && f.unit().equals(id) && !isMerged(f))
            disputed.add(new OrderFold(f, r.stamp(), children));
    }

    /// Who received it did not know of its last stay, which is over by now. It may have come back,
    /// or be one stay at two benches, or another unit: work goes on under the new order meanwhile.
    private void again(Recorded r) {
        if (!(r.fact() instanceof IntakeFact.Received f) || !f.unit().equals(id)) return;
        if (orders.isEmpty() || orders.getLast().opened().precedes(r.stamp())) return;
        var clash =
                new Without.Clash(
                        Case.Rule.TWO_RECEIPTS, orders.getLast().opened().hash(), r.stamp().hash());
        var found = Case.of(clash, "its stay under " + orders.getLast().id() + " was not known", r);
        var none = splits.noCase(found);
        // What was moved to the second unit since is about that one alone.
        if (none.isPresent() || splits.owner(f).equals(id)) cases.found(found);
    }

    /// What another bench went on with after the end of the order, until somebody looked at it, is
    /// one case.
    private void late(Recorded r) {
        if (orders.isEmpty() || !(r.fact() instanceof UnitFact f)) return;
        // Whoever made one stay of two has looked at what was done under the other.
        if (!splits.owner(f).equals(id) || f.under().filter(merged::containsKey).isPresent())
            return;
        under(f).late(f, r).filter(c -> !cases.isOpen(c.rule(), c.first())).ifPresent(cases::found);
    }

    /// Somebody worked on it whose rights had been taken away, and neither knew of the other. What
    /// comes of that person until it was looked at is the same case.
    private void review(Recorded r) {
        if (r.review().isEmpty() || !splits.isAbout(id, r)) return;
        var clash = r.review().get().clash();
        if (cases.isOpen(Case.Rule.RIGHTS, clash.first())) return;
        cases.found(Case.of(clash, r.review().get().why(), r));
    }

    private void apply(Recorded r) {
        switch (r.fact()) {
            case CaseFact.Settled f -> settled(f, r);
            case CaseFact.Split f -> {
                if (f.unit().equals(id) && !orders.isEmpty())
                    orders.getLast().revokeBy(f, r.stamp());
            }
            case UnitFact f when splits.owner(f).equals(id) -> asUnit(f, r);
            case UnitFact f when splits.bears(id, f.unit()) -> ofTheOther(f, r);
            case UnitFact f -> asComponent(f, r);
            case Fact.Unknown unknown -> notUnderstood.add(r);
            case BenchFact _, ReferenceFact _ -> {}
        }
    }

    /// What came out of the other unit is not in this one: nobody looked what is. A hold that names
    /// the address holds both.
    private void ofTheOther(UnitFact fact, Recorded r) {
        if (fact instanceof ReleaseFact.HoldPlaced || fact instanceof ReleaseFact.HoldLifted) {
            held(fact, r);
            if (!orders.isEmpty()) orders.getLast().revokeBy(fact, r.stamp());
        }
        if (fact instanceof RepairFact.Removed f) isNot(f.child(), f.position());
        if (fact instanceof RepairFact.Robbed f) isNot(Optional.of(f.child()), f.position());
    }

    private void held(UnitFact fact, Recorded r) {
        if (fact instanceof ReleaseFact.HoldPlaced f)
            holds.add(new Hold(f.hold(), f.reason(), r.stamp()));
        if (fact instanceof ReleaseFact.HoldLifted f) holds.removeIf(h -> h.id().equals(f.hold()));
    }

    private void isNot(Optional<Child> child, PositionId position) {
        if (child.isPresent() && child.equals(children.get(position))) children.remove(position);
    }

    private void asComponent(UnitFact fact, Recorded r) {
        var parent = splits.owner(fact);
        if (fact instanceof RepairFact.Installed f && isThis(f.child())) {
            known = known.or(() -> Optional.of(f.evidence()));
            installedIn = Optional.of(new Place(parent, f.position(), r.stamp()));
        } else if (fact instanceof RepairFact.Removed f
                && f.child().filter(this::isThis).isPresent()) {
            known = known.or(() -> Optional.of(f.evidence()));
            if (isAt(f.unit(), f.position())) leave(parent, f.position(), r);
        } else if (fact instanceof RepairFact.Removed f
                && f.expected().filter(this::isThis).isPresent()) {
            // What came out is something else, or could not be read: this is not there either.
            if (isAt(f.unit(), f.position())) leave(parent, f.position(), r);
        } else if (fact instanceof RepairFact.Robbed f && isThis(f.child())) {
            leave(parent, f.position(), r);
        }
    }

    /// Whether it can come out of there: not while it is somewhere else.
    private boolean isAt(UnitId address, PositionId position) {
        return installedIn
                .filter(p -> !p.position().equals(position) || !splits.bears(p.parent(), address))
                .isEmpty();
    }

    private boolean isThis(Child child) {
        return child.asUnit().filter(id::equals).isPresent();
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
                if (!isMerged(f)) orders.add(new OrderFold(f, r.stamp(), children));
            }
            case RepairFact.Removed f -> children.put(f.position(), Optional.empty());
            case RepairFact.Robbed f -> children.put(f.position(), Optional.empty());
            case RepairFact.Installed f -> children.put(f.position(), Optional.of(f.child()));
            case ReleaseFact.HoldPlaced f -> held(f, r);
            case ReleaseFact.HoldLifted f -> held(f, r);
            case CustodyFact.Moved f -> location = Optional.of(f.location());
            case IntakeFact _, RepairFact _, TestFact _ -> {}
            case ReleaseFact _, CustodyFact _, CaseFact _ -> {}
        }
        if (orders.isEmpty()) return;
        var order = under(fact);
        order.apply(fact, r);
        // Whatever was done to the unit under another stay, a release does not outlive it.
        if (order != orders.getLast()) orders.getLast().revokeBy(fact, r.stamp());
    }

    private boolean isMerged(IntakeFact.Received f) {
        return merged.containsKey(f.order());
    }

    private OrderFold under(UnitFact fact) {
        var named = fact.under().map(o -> merged.getOrDefault(o, o));
        return Stream.concat(orders.reversed().stream(), disputed.stream())
                .filter(o -> named.filter(o.id()::equals).isPresent())
                .findFirst()
                .orElse(orders.getLast());
    }

    private void settled(CaseFact.Settled f, Recorded r) {
        cases.settled(f.dispute(), new Signed(Signed.by(r), f.reason(), r.stamp()));
        for (var s : f.tree()) stated(s, r);
        if (!orders.isEmpty()) orders.getLast().revokeBy(f, r.stamp());
    }

    private void stated(CaseFact.Stated s, Recorded r) {
        if (s.unit().equals(id)) {
            children.put(s.position(), s.child());
            if (!orders.isEmpty()) orders.getLast().stated(s, r.stamp());
        }
        if (s.child().flatMap(Child::asUnit).filter(id::equals).isPresent())
            installedIn = Optional.of(new Place(s.unit(), s.position(), r.stamp()));
        else if (installedIn.filter(p -> p.is(s.unit(), s.position())).isPresent())
            leave(s.unit(), s.position(), r);
    }
}
