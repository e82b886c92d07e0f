// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rotable.decision.Decider.Job;
import rotable.fact.CaseFact.Settled;
import rotable.fact.CaseFact.Split;
import rotable.fact.CaseFact.Stated;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.Judged;
import rotable.fact.RepairFact;
import rotable.fact.Subject;
import rotable.fact.UnitFact;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.OwnId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.people.Role;
import rotable.unit.Case;
import rotable.unit.Order;
import rotable.unit.Recorded;

/// Settling what two benches recorded and can't both hold.
final class CaseRules {
    private CaseRules() {}

    static Decision settle(Job job, Intent.Settle i) {
        var objections = new ArrayList<Refusal>(job.signer(Role.SUPERVISOR));
        var found =
                job.unit().openCases().stream()
                        .filter(c -> c.id().equals(i.dispute().id()))
                        .findFirst();
        if (found.isEmpty()) objections.add(new Refusal.CaseSettled(i.dispute().id()));
        if (i.reason().isBlank()) objections.add(new Refusal.ReasonNeeded());
        if (!objections.isEmpty() || found.isEmpty()) return new Decision.Refused(objections);
        var kept = kept(job, found.get());
        if (i.how() == Settlement.TWO_UNITS
                && found.get().second().fact() instanceof IntakeFact.Received f)
            return split(job, i, f.order(), kept);
        var all = job.unit().decidedWith(found.get());
        var order = i.how() == Settlement.SAME_UNIT ? kept : job.no();
        return job.signed(
                order,
                i.meaning(),
                (judged, signer) ->
                        Stream.<Fact>concat(
                                        all.stream()
                                                .map(c -> settled(job, order, i, c, all, judged)),
                                        ofComponents(job, order, i, found.get(), judged))
                                .toList());
    }

    /// Who looked at somebody's work on a unit looked at the components that were moved in it too.
    private static Stream<Settled> ofComponents(
            Job job, OrderId order, Intent.Settle i, Case looked, List<Judged> judged) {
        if (looked.rule() != Case.Rule.RIGHTS) return Stream.empty();
        return job.unit().history().stream()
                .flatMap(CaseRules::units)
                .distinct()
                .filter(id -> !id.equals(job.id()))
                .map(id -> job.world().unit(id))
                .flatMap(
                        u ->
                                u.openCases().stream()
                                        .filter(c -> c.rule() == Case.Rule.RIGHTS)
                                        .filter(c -> c.first().equals(looked.first()))
                                        .filter(c -> names(job, c.second()))
                                        .map(
                                                c ->
                                                        new Settled(
                                                                job.id(),
                                                                order,
                                                                c.id(),
                                                                Optional.empty(),
                                                                List.of(),
                                                                units(job, c),
                                                                i.reason(),
                                                                judged)));
    }

    /// One of the cases that are settled together: the last says how a position was left.
    private static Settled settled(
            Job job, OrderId order, Intent.Settle i, Case c, List<Case> all, List<Judged> judged) {
        return new Settled(
                job.id(),
                order,
                c.id(),
                merged(c, i.how()),
                c.equals(all.getLast()) ? tree(job, c, i.how()) : List.of(),
                units(job, c),
                i.reason(),
                judged);
    }

    /// The stay of the receipt that was placed first.
    private static OrderId kept(Job job, Case c) {
        return job.unit().orders().stream()
                .filter(o -> o.opened().hash().equals(c.first()))
                .map(Order::id)
                .findFirst()
                .orElse(job.no());
    }

    /// Cases between the two stays are none: they are about two units.
    private static Decision split(Job job, Intent.Settle i, OrderId moved, OrderId kept) {
        var none = job.unit().openCases().stream().filter(c -> isBetween(job, moved, c)).toList();
        var units =
                Stream.concat(none.stream().flatMap(c -> units(job, c).stream()), of(job, moved))
                        .distinct()
                        .toList();
        var tag = job.world().ids().apply(OwnId.Kind.TAG);
        return job.signed(
                kept,
                i.meaning(),
                (judged, signer) ->
                        List.of(
                                new Split(
                                        job.id(),
                                        kept,
                                        job.id().tagged(tag),
                                        moved,
                                        none.stream().map(Case::id).toList(),
                                        units,
                                        i.reason(),
                                        judged)));
    }

    /// What was put into the second unit, or taken out.
    private static Stream<UnitId> of(Job job, OrderId moved) {
        return job.unit().history().stream()
                .filter(r -> names(job, r) && isUnder(moved, r))
                .flatMap(CaseRules::units);
    }

    /// Whether one of the entries is the first unit's and the other the second's. Where a component
    /// is in two places, it is so in two units too, and has to be settled by itself.
    private static boolean isBetween(Job job, OrderId moved, Case c) {
        if (c.rule() == Case.Rule.TWO_PARENTS || isInstalledElsewhere(job, c)) return false;
        var first =
                job.unit().history().stream()
                        .filter(r -> r.stamp().hash().equals(c.first()))
                        .findFirst();
        return first.filter(r -> names(job, r)).isPresent()
                && names(job, c.second())
                && isUnder(moved, first.get()) != isUnder(moved, c.second());
    }

    private static boolean isInstalledElsewhere(Job job, Case c) {
        return c.second().fact() instanceof RepairFact.Installed f
                && f.child()
                        .asUnit()
                        .flatMap(child -> job.world().unit(child).installedIn())
                        .isPresent();
    }

    private static boolean names(Job job, Recorded r) {
        return r.fact() instanceof UnitFact f && f.unit().equals(job.id());
    }

    private static boolean isUnder(OrderId order, Recorded r) {
        return r.fact() instanceof UnitFact f && f.under().filter(order::equals).isPresent();
    }

    /// Every unit that the command without effect is about.
    private static List<UnitId> units(Job job, Case dispute) {
        var command = dispute.second().entry().envelope().command();
        var named =
                units(dispute.second())
                        .flatMap(id -> job.world().unit(id).history().stream())
                        .filter(r -> r.entry().envelope().command().equals(command))
                        .flatMap(CaseRules::units)
                        .toList();
        var owner =
                dispute.second().fact() instanceof UnitFact f
                        ? Stream.of(owner(job, f))
                        : Stream.<UnitId>empty();
        return Stream.concat(named.stream(), owner).distinct().toList();
    }

    /// The unit that a fact is about, of those that bear its address.
    private static UnitId owner(Job job, UnitFact fact) {
        return job.world().unit(fact.unit()).owner(fact);
    }

    private static Stream<UnitId> units(Recorded r) {
        return r.entry().envelope().subjects().stream()
                .filter(s -> s.kind() == Subject.Kind.UNIT)
                .map(s -> UnitId.parse(s.id()));
    }

    private static Optional<OrderId> merged(Case dispute, Settlement how) {
        return how == Settlement.SAME_UNIT
                        && dispute.second().fact() instanceof IntakeFact.Received f
                ? Optional.of(f.order())
                : Optional.empty();
    }

    private static List<Stated> tree(Job job, Case dispute, Settlement how) {
        if (how != Settlement.SECOND) return List.of();
        return switch (dispute.second().fact()) {
            case RepairFact.Installed f -> installed(job, f);
            case RepairFact.Removed f ->
                    List.of(state(job, owner(job, f), f.position(), Optional.empty()));
            default -> List.of();
        };
    }

    /// It is here, and so not where the record has it.
    private static List<Stated> installed(Job job, RepairFact.Installed f) {
        var stated = new ArrayList<Stated>();
        f.child()
                .asUnit()
                .flatMap(child -> job.world().unit(child).installedIn())
                .filter(p -> !p.is(owner(job, f), f.position()))
                .ifPresent(
                        p ->
                                stated.add(
                                        new Stated(
                                                p.parent(),
                                                p.position(),
                                                Optional.empty(),
                                                Optional.of(f.child()))));
        stated.add(state(job, owner(job, f), f.position(), Optional.of(f.child())));
        return List.copyOf(stated);
    }

    private static Stated state(Job job, UnitId unit, PositionId position, Optional<Child> child) {
        var before = job.world().unit(unit).children().getOrDefault(position, Optional.empty());
        return new Stated(unit, position, child, before);
    }
}
