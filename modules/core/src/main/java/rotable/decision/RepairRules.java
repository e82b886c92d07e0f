// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Decider.Job;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.fact.RepairFact;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.part.Position;
import rotable.people.Qualification.Process;
import rotable.people.Role;
import rotable.unit.Order;
import rotable.unit.Place;
import rotable.unit.Unit;

/// Replacing components, and other work that changes a unit.
final class RepairRules {
    private RepairRules() {}

    static Decision remove(Job job, Intent.Remove i) {
        var objections = new ArrayList<>(closedUnlessReleased(job).stream().toList());
        job.unqualified(Process.REPAIR).ifPresent(objections::add);
        var position = position(job, i.position());
        if (position.isEmpty()) objections.add(new Refusal.PositionUnknown(i.position()));
        if (job.order().open().containsKey(i.position()))
            objections.add(new Refusal.PositionAlreadyOpen(i.position()));
        if (position.isPresent() && i.child().isPresent())
            accepted(position.get(), i.child().get()).ifPresent(objections::add);
        if (i.child().isEmpty() && i.reason().isEmpty()) objections.add(new Refusal.ReasonNeeded());
        var expected = job.unit().children().getOrDefault(i.position(), Optional.empty());
        var match = match(i, expected);
        if (!i.acceptMismatch() && match == Match.MISMATCHED)
            notExpected(i, expected).ifPresent(objections::add);
        inAnother(job, i).ifPresent(objections::add);
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(
                new RepairFact.Removed(
                        job.id(),
                        job.no(),
                        i.position(),
                        i.child(),
                        match,
                        match == Match.MATCHED ? Optional.empty() : expected,
                        i.reason(),
                        i.evidence()));
    }

    private static Optional<Refusal> notExpected(Intent.Remove i, Optional<Child> expected) {
        return expected.map(
                e -> new Refusal.RemovedIsNotExpected(i.position(), e, i.child().orElseThrow()));
    }

    /// A component can't come out of here while the record has it in another place, or out of one
    /// and back in none since.
    private static Optional<Refusal> inAnother(Job job, Intent.Remove i) {
        if (i.child().isEmpty()) return Optional.empty();
        var child = i.child().get();
        return elsewhere(job, child)
                .filter(p -> !p.is(job.id(), i.position()))
                .<Refusal>map(p -> new Refusal.RemovedFromAnother(child, p.parent(), p.position()))
                .or(
                        () ->
                                outOf(job, child)
                                        .map(
                                                p ->
                                                        new Refusal.RemovedBefore(
                                                                child, p.parent(), p.position())));
    }

    /// The other unit that a component came out of, where the record has it outside ever since. One
    /// that left the depot by itself may have been put into anything.
    private static Optional<Place> outOf(Job job, Child child) {
        return child.asUnit()
                .map(job.world()::unit)
                .filter(u -> u.installedIn().isEmpty())
                .filter(u -> u.order().flatMap(Order::shipped).isEmpty())
                .flatMap(Unit::removedFrom)
                .filter(p -> !p.parent().equals(job.id()));
    }

    private static Match match(Intent.Remove i, Optional<Child> expected) {
        if (i.child().isEmpty()) return Match.UNREADABLE;
        if (expected.isEmpty()) return Match.ESTABLISHED;
        return expected.equals(i.child()) ? Match.MATCHED : Match.MISMATCHED;
    }

    /// Work on a released unit that has not left is allowed, and revokes the release.
    private static Optional<Refusal> closedUnlessReleased(Job job) {
        var released = job.order().release().isPresent() && job.order().shipped().isEmpty();
        return released ? Optional.empty() : job.closed();
    }

    private static Optional<Position> position(Job job, PositionId id) {
        return job.world().reference().part(job.id().part()).flatMap(p -> p.position(id));
    }

    private static Optional<Refusal> accepted(Position position, Child child) {
        if (position.accepts().contains(child.part())) return Optional.empty();
        var accepts = position.accepts().stream().map(PartId::number).toList();
        return Optional.of(new Refusal.PartNotAccepted(child, position.id(), accepts));
    }

    static Decision install(Job job, Intent.Install i) {
        var objections = installObjections(job, i.position(), i.child());
        elsewhere(job, i.child())
                .ifPresent(
                        p ->
                                objections.add(
                                        new Refusal.InstalledElsewhere(
                                                i.child(), p.parent(), p.position())));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(
                new RepairFact.Installed(
                        job.id(), job.no(), i.position(), i.child(), i.evidence()));
    }

    private static List<Refusal> installObjections(Job job, PositionId at, Child child) {
        var objections = new ArrayList<>(closedUnlessReleased(job).stream().toList());
        job.unqualified(Process.REPAIR).ifPresent(objections::add);
        var position = position(job, at);
        if (position.isEmpty()) objections.add(new Refusal.PositionUnknown(at));
        position.flatMap(p -> accepted(p, child)).ifPresent(objections::add);
        if (!job.order().open().containsKey(at))
            objections.add(new Refusal.PositionNotOpen(at, child));
        var world = job.world();
        var today = LocalDate.ofInstant(world.now(), world.reference().zone());
        world.reference()
                .shelfLife(child)
                .filter(until -> today.isAfter(until))
                .ifPresent(until -> objections.add(new Refusal.ShelfLifeOver(child, until)));
        child.asUnit().map(world::unit).ifPresent(u -> unfit(u, child, objections));
        return objections;
    }

    private static void unfit(Unit u, Child child, List<Refusal> objections) {
        if (u.scrapped()) objections.add(new Refusal.ComponentScrapped(child));
        u.holds().stream()
                .findFirst()
                .ifPresent(h -> objections.add(new Refusal.ComponentHeld(child, h.reason())));
        u.openOrder().ifPresent(o -> objections.add(new Refusal.ComponentInWork(child, o.id())));
    }

    private static Optional<Place> elsewhere(Job job, Child child) {
        return child.asUnit().map(job.world()::unit).flatMap(u -> u.installedIn());
    }

    static Decision rob(Job job, Intent.Rob i) {
        var objections = installObjections(job, i.position(), i.child());
        var place = elsewhere(job, i.child());
        if (place.isEmpty()) objections.add(new Refusal.NothingToRob(i.child()));
        objections.addAll(job.signer(Role.SUPERVISOR));
        if (!objections.isEmpty() || place.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, signer) ->
                        List.of(
                                new RepairFact.Robbed(
                                        place.get().parent(),
                                        place.get().position(),
                                        i.child(),
                                        job.id(),
                                        i.reason(),
                                        judged),
                                new RepairFact.Installed(
                                        job.id(),
                                        job.no(),
                                        i.position(),
                                        i.child(),
                                        i.evidence())));
    }

    static Decision leaveOpen(Job job, Intent.LeaveOpen i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        if (!job.order().open().containsKey(i.position()))
            objections.add(new Refusal.PositionUnknown(i.position()));
        objections.addAll(job.signer(Role.SUPERVISOR));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, signer) ->
                        List.of(
                                new RepairFact.LeftOpen(
                                        job.id(), job.no(), i.position(), i.reason(), judged)));
    }

    static Decision disposition(Job job, Intent.Disposition i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        var open =
                job.order().removals().stream()
                        .filter(r -> r.fact().position().equals(i.position()))
                        .filter(r -> r.dispositioned().isEmpty())
                        .map(r -> r.fact().match())
                        .anyMatch(m -> m == Match.MISMATCHED || m == Match.UNREADABLE);
        if (!open) objections.add(new Refusal.NoMismatch(i.position()));
        objections.addAll(job.signer(Role.SUPERVISOR));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, signer) ->
                        List.of(
                                new RepairFact.MismatchDispositioned(
                                        job.id(), job.no(), i.position(), i.reason(), judged)));
    }

    static Decision action(Job job, Intent.TakeAction i) {
        var objections = new ArrayList<>(closedUnlessReleased(job).stream().toList());
        job.unqualified(Process.REPAIR).ifPresent(objections::add);
        var code = job.world().reference().code(Kind.ACTION, i.action());
        if (code.isEmpty()) objections.add(new Refusal.ActionUnknown(i.action()));
        if (!objections.isEmpty() || code.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(
                new RepairFact.ActionTaken(job.id(), job.no(), i.action(), code.get().affects()));
    }
}
