// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.fact.Evidence;
import rotable.fact.UnitFact;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

/// One unit as its entries tell it: a pure fold of them, in canonical order.
///
/// @param history everything recorded of it, oldest first, undone and ineffective entries included
/// @param known how its identity became known; absent for a unit nobody has recorded
/// @param children the as-maintained tree: a position that is missing was never looked at, an empty
///   one is open
/// @param installedIn where it sits, if it is a component of another unit
/// @param removedFrom where it sat before that
/// @param orders its stays at the depot, oldest first
/// @param disputed stays under a second receipt, until a supervisor says what they are
/// @param cases contradictions with what another bench recorded, settled ones included
/// @param holds the open ones
/// @param location where it was last put, by location code
/// @param notUnderstood entries that a newer Rotable wrote
/// @param seconds other units that bear its part and serial
public record Unit(
        UnitId id,
        List<Recorded> history,
        Optional<Evidence> known,
        Map<PositionId, Optional<Child>> children,
        Optional<Place> installedIn,
        Optional<Place> removedFrom,
        List<Order> orders,
        List<Order> disputed,
        List<Case> cases,
        List<Hold> holds,
        Optional<String> location,
        List<Recorded> notUnderstood,
        List<UnitId> seconds) {
    /// Folds a unit's entries.
    public static Unit of(UnitId id, List<Recorded> history) {
        return new UnitFold(id).run(history);
    }

    /// The unit at the last central position: the layer that every bench agrees on. Over it lies
    /// what this bench alone has so far, which is the unit itself.
    public Unit central() {
        return of(id, history.stream().filter(r -> r.stamp().position() > 0).toList());
    }

    /// The unit as it was recorded at an instant, by the benches' clocks.
    public Unit asOf(Instant at) {
        return of(id, history.stream().filter(r -> !r.stamp().at().isAfter(at)).toList());
    }

    /// The unit as it is held by what others recorded and is not in its history yet.
    public Unit heldBy(List<Hold> more) {
        if (more.isEmpty()) return this;
        var all = Stream.concat(holds.stream(), more.stream()).distinct().toList();
        return new Unit(
                id,
                history,
                known,
                children,
                installedIn,
                removedFrom,
                orders,
                disputed,
                cases,
                all,
                location,
                notUnderstood,
                seconds);
    }

    /// Of its history what is about this unit, and not about another that bears its address; what
    /// two units were mistaken for one for is in effect.
    public List<Recorded> own() {
        var splits = Splits.in(history);
        if (splits.isNone()) return history;
        return history.stream().filter(r -> splits.isAbout(id, r)).map(splits::inEffect).toList();
    }

    /// The unit that a fact is about which names this one's address.
    public UnitId owner(UnitFact fact) {
        return Splits.in(history).owner(fact);
    }

    /// The current or last order.
    public Optional<Order> order() {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
    }

    /// The order under which work goes on now.
    public Optional<Order> openOrder() {
        return order().filter(Order::isOpen);
    }

    /// Contradictions that wait for a supervisor: work goes on, release does not.
    public List<Case> openCases() {
        return cases.stream().filter(Case::isOpen).toList();
    }

    /// The open cases as a supervisor decides them: what one bench did with one position is one
    /// swap, of which the last entry tells how it left the position.
    public List<Case> undecided() {
        var open = openCases();
        return open.stream().filter(c -> decidedWith(c).getLast().equals(c)).toList();
    }

    /// Every open case that is decided with that one, itself included, in the order of what was
    /// done.
    public List<Case> decidedWith(Case dispute) {
        return openCases().stream()
                .filter(c -> c.equals(dispute) || c.isOfOneSwapWith(dispute))
                .sorted(Comparator.comparingLong(c -> c.second().stamp().seq()))
                .toList();
    }

    /// Whether it left the depot under a stay of which no release holds, nor was it ended
    /// otherwise.
    public boolean hasLeftUnreleased() {
        return order().filter(o -> o.shipped().isPresent() && o.ended().isEmpty())
                .filter(o -> o.release().filter(Release::stands).isEmpty())
                .isPresent();
    }

    /// The only bench where it is worked on: where its order was received, as long as nobody has
    /// said whether a unit that was received twice is one. Work anywhere else would count for that
    /// order, and what lies on that bench may be another unit.
    public Optional<String> onlyAt() {
        return openCases().stream().anyMatch(c -> c.rule() == Case.Rule.TWO_RECEIPTS)
                ? order().map(o -> o.opened().bench())
                : Optional.empty();
    }

    /// Whether something recorded of it contradicts what another bench recorded.
    public boolean isContradicted() {
        return openCases().stream().anyMatch(c -> c.rule() != Case.Rule.RIGHTS);
    }

    /// Whether its tag has no effect: there are no two units, or the second bears another tag.
    public boolean isNoUnit() {
        return Splits.in(history).isNoUnit(id);
    }

    /// Whether nothing at all is recorded of it.
    public boolean isUnknown() {
        return history.isEmpty();
    }

    /// Whether one of its orders was ended as scrap.
    public boolean scrapped() {
        return order().flatMap(Order::ended)
                .filter(e -> e.ending() == rotable.fact.ReleaseFact.Ended.Ending.SCRAPPED)
                .isPresent();
    }

    /// The units that a release of this one is judged by: itself, and what is installed in it.
    public Stream<UnitId> judged() {
        var installed = children.values().stream().flatMap(Optional::stream);
        return Stream.concat(Stream.of(id), installed.flatMap(c -> c.asUnit().stream()));
    }
}
