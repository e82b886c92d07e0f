// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rotable.fact.BenchFact;
import rotable.fact.CaseFact;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.RepairFact.Removed.Match;
import rotable.fact.Subject;
import rotable.fact.UnitFact;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.journal.Stamp;

/// Whether a command takes effect, decided once in canonical order against the state of all its
/// subjects. What a bench decided for itself always does; what arrives from elsewhere, or comes in
/// another order than it was made in, may meet a state that it contradicts. Its facts take effect
/// together or not at all, for parent and component alike, and stay in the record either way.
// Every guard there is, and so longer than most.
public final class Outcomes {
    private final Function<UnitId, Unit> before;
    private final List<Recorded> command;
    private final Map<UnitId, Unit> within = new HashMap<>();

    private Outcomes(List<Recorded> command, Function<UnitId, Unit> before) {
        this.command = command;
        this.before = before;
    }

    /// Why a command has no effect; empty where it has.
    ///
    /// @param command its entries in their order
    /// @param before the state of a unit before the command
    public static Optional<Without> without(List<Recorded> command, Function<UnitId, Unit> before) {
        if (command.stream().noneMatch(r -> guarded(r))) return Optional.empty();
        return new Outcomes(command, before).decide();
    }

    private static boolean guarded(Recorded r) {
        return r.fact() instanceof IntakeFact.Received
                || r.fact() instanceof RepairFact.Removed
                || r.fact() instanceof RepairFact.Installed
                || r.fact() instanceof RepairFact.Robbed
                || r.fact() instanceof ReleaseFact.Released
                || r.fact() instanceof ReleaseFact.Ended
                || r.fact() instanceof CaseFact
                || r.fact() instanceof BenchFact.Undone;
    }

    /// What a fact contradicts.
    ///
    /// @param because the entry that is in the way; absent where none is known
    private record Contradiction(String why, Case.Rule rule, Optional<Stamp> because) {
        /// The same, of which no case is made: there is one that stays open.
        Contradiction alone() {
            return new Contradiction(why, rule, Optional.empty());
        }

        /// The author of what came first did not know of the other, nor the other way round.
        Without to(Recorded r) {
            var clash =
                    because.filter(b -> !b.precedes(r.stamp()))
                            .map(b -> new Without.Clash(rule, b.hash(), r.entry().hash()));
            return new Without(why, clash);
        }
    }

    private Optional<Without> decide() {
        for (var r : command) {
            var found = contradiction(r);
            if (found.isPresent()) return found.map(c -> c.to(r));
            if (!r.equals(command.getLast())) apply(r);
        }
        return Optional.empty();
    }

    private Unit unit(UnitId id) {
        return within.computeIfAbsent(id, before);
    }

    private void apply(Recorded r) {
        for (var subject : r.entry().envelope().subjects()) {
            if (subject.kind() != Subject.Kind.UNIT) continue;
            var id = UnitId.parse(subject.id());
            add(id, r);
            for (var second : unit(id).seconds()) if (concerns(second, r)) add(second, r);
        }
    }

    /// Whether an entry that names the address of a unit may be about the second one that bears it.
    private boolean concerns(UnitId second, Recorded r) {
        return r.fact() instanceof BenchFact.Undone
                || (r.fact() instanceof UnitFact f && unit(f).id().equals(second));
    }

    private void add(UnitId id, Recorded r) {
        var history = new ArrayList<>(unit(id).history());
        history.add(r);
        within.put(id, Unit.of(id, history));
    }

    /// The unit that a fact is about: not every bench knows yet that there are two of one address.
    private Unit unit(UnitFact fact) {
        var named = unit(fact.unit());
        var owner = named.owner(fact);
        return owner.equals(named.id()) ? named : unit(owner);
    }

    private Optional<Contradiction> contradiction(Recorded r) {
        return switch (r.fact()) {
            case IntakeFact.Received f -> received(f);
            case RepairFact.Removed f -> removed(f).or(() -> removedElsewhere(f));
            case RepairFact.Installed f -> installed(f);
            case RepairFact.Robbed f -> robbed(f);
            case ReleaseFact.Released f ->
                    closed(f)
                            .or(() -> grantedOverNothing(f, r.stamp()))
                            .or(() -> released(f, r.stamp()));
            case ReleaseFact.Ended f -> closed(f);
            case CaseFact.Settled f -> settled(f).or(() -> stated(f));
            case CaseFact.Split f -> settled(f, f.disputes()).or(() -> split(f));
            case BenchFact.Undone f -> undone(f);
            default -> Optional.empty();
        };
    }

    /// What something was built on is not taken back.
    private Optional<Contradiction> undone(BenchFact.Undone f) {
        return f.subjects().stream()
                .filter(s -> s.kind() == Subject.Kind.UNIT)
                .map(s -> unit(UnitId.parse(s.id())))
                .flatMap(u -> Stream.concat(Stream.of(u), u.seconds().stream().map(this::unit)))
                .flatMap(u -> Undoing.builtOn(u, f.command()).stream())
                .map(
                        r ->
                                new Contradiction(
                                        r.stamp().bench() + " went on with it meanwhile",
                                        Case.Rule.CLOSED,
                                        Optional.of(r.stamp())))
                .findFirst();
    }

    private Optional<Contradiction> received(IntakeFact.Received f) {
        return unit(f).openOrder()
                .map(
                        o ->
                                new Contradiction(
                                        "order " + o.id() + " is open",
                                        Case.Rule.TWO_RECEIPTS,
                                        Optional.of(o.opened())));
    }

    private Optional<Contradiction> closed(UnitFact fact) {
        var unit = unit(fact);
        if (unit.openOrder().isPresent()) return Optional.empty();
        var because =
                last(
                        unit,
                        f ->
                                f instanceof ReleaseFact.Released
                                        || f instanceof ReleaseFact.Ended
                                        || f instanceof CustodyFact.Shipped);
        return Optional.of(new Contradiction("no order is open", Case.Rule.CLOSED, because));
    }

    /// A release is granted over everything that was known of the unit. What another bench recorded
    /// meanwhile, and would have revoked it, it was not granted over.
    private Optional<Contradiction> released(ReleaseFact.Released f, Stamp stamp) {
        var unit = unit(f);
        // What it was granted over has no effect, because of something that was placed before.
        var disputed = unit.judged().filter(u -> unit(u).isContradicted()).findFirst();
        if (disputed.isPresent())
            return Optional.of(
                    new Contradiction(
                            disputed.get().serial() + " is disputed",
                            Case.Rule.CLOSED,
                            Optional.empty()));
        for (var r : unit.own().reversed())
            if (!r.stamp().precedes(stamp) && ReleaseFold.grantedWithout(unit, r))
                return Optional.of(
                        new Contradiction(
                                r.stamp().bench() + " went on with it meanwhile",
                                Case.Rule.CLOSED,
                                Optional.of(r.stamp())));
        return Optional.empty();
    }

    /// What the releaser's bench had recorded itself may be decided otherwise where it is placed.
    private Optional<Contradiction> grantedOverNothing(ReleaseFact.Released f, Stamp stamp) {
        for (var r : unit(f).own())
            if (r.without().isPresent()
                    && r.stamp().precedes(stamp)
                    && r.stamp().position() > stamp.seen())
                return Optional.of(
                        new Contradiction(
                                "it was granted over what has no effect",
                                Case.Rule.CLOSED,
                                Optional.empty()));
        return Optional.empty();
    }

    private Optional<Contradiction> removed(RepairFact.Removed f) {
        var tree = unit(f).children();
        if (!tree.containsKey(f.position())) return Optional.empty();
        var there = tree.getOrDefault(f.position(), Optional.empty());
        if (there.isEmpty()) return Optional.of(at(unit(f), f.position(), there));
        if (f.match() == Match.MISMATCHED || f.child().isEmpty() || f.child().equals(there))
            return Optional.empty();
        return Optional.of(at(unit(f), f.position(), there));
    }

    /// It came out of here while it is somewhere else. No bench allows that, so whoever did it did
    /// not know: others had it in hand meanwhile, or the bench lost what it had recorded.
    private Optional<Contradiction> removedElsewhere(RepairFact.Removed f) {
        return f.child()
                .flatMap(Child::asUnit)
                .flatMap(child -> unit(child).installedIn())
                .filter(p -> !p.is(unit(f).id(), f.position()))
                .map(p -> inAnother(f.child().orElseThrow(), p));
    }

    private static Contradiction inAnother(Child child, Place place) {
        return new Contradiction(
                child.mark() + " is installed in " + place.parent().serial(),
                Case.Rule.TWO_PARENTS,
                Optional.of(place.since()));
    }

    private Optional<Contradiction> robbed(RepairFact.Robbed f) {
        var there = unit(f).children().getOrDefault(f.position(), Optional.empty());
        return there.equals(Optional.of(f.child()))
                ? Optional.empty()
                : Optional.of(at(unit(f), f.position(), there));
    }

    private Optional<Contradiction> installed(RepairFact.Installed f) {
        var there = unit(f).children().getOrDefault(f.position(), Optional.empty());
        if (there.isPresent()) return Optional.of(at(unit(f), f.position(), there));
        return f.child()
                .asUnit()
                .flatMap(child -> unit(child).installedIn())
                .map(p -> inAnother(f.child(), p));
    }

    /// What a position holds, and who saw to that.
    private Contradiction at(Unit unit, PositionId position, Optional<Child> there) {
        var because = last(unit, f -> position(f).filter(position::equals).isPresent());
        var why = there.map(c -> position + " holds " + c.mark()).orElse(position + " is open");
        return new Contradiction(why, Case.Rule.POSITION, because);
    }

    private static Optional<PositionId> position(UnitFact fact) {
        return switch (fact) {
            case RepairFact.Removed f -> Optional.of(f.position());
            case RepairFact.Installed f -> Optional.of(f.position());
            case RepairFact.Robbed f -> Optional.of(f.position());
            default -> Optional.empty();
        };
    }

    /// The last fact about a unit that took effect and is of that kind.
    private static Optional<Stamp> last(Unit unit, Predicate<UnitFact> wanted) {
        for (var r : unit.own().reversed())
            if (r.without().isEmpty()
                    && r.fact() instanceof UnitFact f
                    && unit.owner(f).equals(unit.id())
                    && wanted.test(f)) return Optional.of(r.stamp());
        return Optional.empty();
    }

    /// The case may be a component's alone.
    private Optional<Contradiction> settled(CaseFact.Settled f) {
        var own = unit(f.unit()).cases().stream().anyMatch(c -> c.id().equals(f.dispute()));
        var components = own ? Stream.<UnitId>empty() : f.units().stream();
        return components.anyMatch(id -> isOpen(unit(id), f.dispute()))
                ? Optional.empty()
                : settled(f, List.of(f.dispute()));
    }

    private static boolean isOpen(Unit unit, String dispute) {
        return unit.openCases().stream().anyMatch(c -> c.id().equals(dispute));
    }

    /// Two supervisors who did not know of each other settled one case. Where they said two things,
    /// one of them has to hear of it.
    private Optional<Contradiction> settled(CaseFact f, List<String> disputes) {
        var unit = unit(f.unit());
        var open = unit.openCases().stream().map(Case::id).toList();
        if (open.containsAll(disputes)) return Optional.empty();
        var otherwise =
                unit.cases().stream()
                        .filter(c -> disputes.contains(c.id()))
                        .flatMap(c -> c.settled().stream())
                        .map(Signed::stamp)
                        .filter(by -> !isSaidBy(unit, by))
                        .findFirst();
        var why =
                otherwise
                        .map(by -> by.bench() + " settled it otherwise")
                        .orElse("the case is settled");
        return Optional.of(new Contradiction(why, Case.Rule.CLOSED, otherwise));
    }

    /// Whether an entry says the same. Two tags for one unit are two things.
    private boolean isSaidBy(Unit unit, Stamp by) {
        var other =
                unit.history().stream()
                        .filter(r -> r.stamp().hash().equals(by.hash()))
                        .map(r -> r.entry().envelope().command())
                        .toList();
        var theirs =
                unit.history().stream()
                        .filter(r -> other.contains(r.entry().envelope().command()))
                        .toList();
        var both = Stream.concat(theirs.stream(), command.stream());
        return both.noneMatch(r -> r.fact() instanceof CaseFact.Split)
                && said(theirs).equals(said(command));
    }

    /// What a settlement makes of orders and positions; it may be of several cases at once.
    private static List<Object> said(List<Recorded> settlement) {
        var said = new ArrayList<Object>();
        for (var r : settlement)
            if (r.fact() instanceof CaseFact.Settled f) {
                f.merged().ifPresent(said::add);
                said.addAll(f.tree());
            }
        return said;
    }

    /// A component that is said to be in one place is in another meanwhile, of which whoever said
    /// so did not know: the case stays open.
    private Optional<Contradiction> stated(CaseFact.Settled f) {
        for (var s : f.tree()) {
            var place = s.child().flatMap(Child::asUnit).flatMap(c -> unit(c).installedIn());
            if (place.isEmpty() || place.get().is(s.unit(), s.position())) continue;
            var cleared = f.tree().stream().anyMatch(t -> place.get().is(t.unit(), t.position()));
            if (!cleared) return place.map(p -> inAnother(s.child().orElseThrow(), p).alone());
        }
        return Optional.empty();
    }

    /// What takes effect for its own unit now can't put a component in it that is elsewhere.
    private Optional<Contradiction> split(CaseFact.Split f) {
        for (var r : unit(f.unit()).history()) {
            var clash = r.without().flatMap(Without::clash);
            if (clash.isEmpty() || !f.disputes().contains(Case.of(clash.get(), "", r).id()))
                continue;
            if (!(r.fact() instanceof RepairFact.Installed i)) continue;
            var place = i.child().asUnit().flatMap(c -> unit(c).installedIn());
            if (place.isPresent()) return place.map(p -> inAnother(i.child(), p));
        }
        return Optional.empty();
    }
}
