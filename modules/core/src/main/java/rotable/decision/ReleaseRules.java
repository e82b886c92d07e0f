// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Decider.Job;
import rotable.fact.Judged;
import rotable.fact.ReleaseFact;
import rotable.identity.HoldId;
import rotable.identity.OwnId;
import rotable.identity.ReleaseId;
import rotable.journal.Signature;
import rotable.people.Role;
import rotable.release.Criterion;
import rotable.release.Finding;
import rotable.release.Line;
import rotable.release.Line.State;
import rotable.release.Line.Weight;
import rotable.release.ReturnToServiceGate;
import rotable.unit.Order;
import rotable.unit.Rejection;
import rotable.unit.Unit;

/// Inspecting, releasing, holding, overriding, and the other ends of an order.
final class ReleaseRules {
    /// How long an override lets a criterion pass.
    private static final Duration OVERRIDE_LASTS = Duration.ofHours(24);

    private static final int REASON_MIN = 15;

    private ReleaseRules() {}

    static Decision inspect(Job job, Intent.Inspect i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        objections.addAll(job.signer(Role.INSPECTOR));
        var signer = job.who().signer().orElse(job.who().operator());
        if (ReturnToServiceGate.workedOn(job.order(), signer.id()))
            objections.add(new Refusal.NeedsAnotherPerson(signer.name()));
        Rejection.unanswered(job.order())
                .map(r -> new Refusal.NothingDoneSince(r.backTo(), r.signed().text()))
                .ifPresent(objections::add);
        blockersBefore(job, List.of("G14", "G15")).forEach(objections::add);
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, who) -> List.of(new ReleaseFact.Inspected(job.id(), job.no(), judged)));
    }

    /// What stands in the way, apart from what the act itself is about to settle.
    private static List<Refusal> blockersBefore(Job job, List<String> settled) {
        return ReturnToServiceGate.blockers(job.world().gate(Optional.empty())).stream()
                .filter(l -> !settled.contains(l.id()))
                .map(ReleaseRules::refusal)
                .toList();
    }

    private static Refusal refusal(Line line) {
        return new Refusal.NotMet(line.id(), line.finding());
    }

    static Decision reject(Job job, Intent.Reject i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        objections.addAll(job.signer(Role.INSPECTOR));
        if (i.reason().isBlank()) objections.add(new Refusal.ReasonNeeded());
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, who) ->
                        List.of(
                                new ReleaseFact.Rejected(
                                        job.id(), job.no(), i.backTo(), i.reason(), judged)));
    }

    static Decision release(Job job, Intent.Release i) {
        var closed = job.closed();
        if (closed.isPresent()) return Decision.refuse(closed.get());
        var signer = job.who().signer();
        var blockers =
                ReturnToServiceGate.blockers(job.world().gate(signer)).stream()
                        .filter(l -> signer.isPresent() || !isAwaited(l))
                        .map(ReleaseRules::refusal)
                        .toList();
        if (!blockers.isEmpty()) return new Decision.Refused(blockers);
        // Whoever runs a test once more doubts its pass.
        var running = job.order().running();
        if (!running.isEmpty())
            return Decision.refuse(new Refusal.TestUnderWay(running.getLast().test()));
        if (signer.isEmpty())
            return Decision.refuse(
                    new Refusal.RoleNeeded(Role.RELEASER, job.who().operator().name()));
        var release = new ReleaseId(job.world().ids().apply(OwnId.Kind.RELEASE));
        return job.signed(
                i.meaning(),
                (judged, who) ->
                        List.of(
                                new ReleaseFact.Released(
                                        job.id(), job.no(), release, term(job), judged)));
    }

    private static boolean isAwaited(Line line) {
        return line.finding() instanceof Finding.ReleaserAwaited;
    }

    /// The work term for what was done: repaired when something was changed, else tested when there
    /// were tests, else inspected.
    private static String term(Job job) {
        if (!job.order().changes().isEmpty()) return "REPAIRED";
        return job.set().tests().isEmpty() ? "INSPECTED" : "TESTED";
    }

    static Decision override(Job job, Intent.Override i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        objections.addAll(job.signer(Role.SUPERVISOR));
        var operator = job.who().operator();
        if (job.who().signer().filter(operator::equals).isPresent())
            objections.add(new Refusal.NeedsAnotherPerson(operator.name()));
        overridable(job, i.criterion()).ifPresent(objections::add);
        if (i.reason().strip().length() < REASON_MIN)
            objections.add(new Refusal.ReasonTooShort(REASON_MIN));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, who) ->
                        List.of(
                                new ReleaseFact.Overridden(
                                        job.id(),
                                        job.no(),
                                        i.criterion(),
                                        i.reason(),
                                        operator.id().value(),
                                        job.world().now().plus(OVERRIDE_LASTS),
                                        judged)));
    }

    private static Optional<Refusal> overridable(Job job, String criterion) {
        var weight = Criterion.of(criterion).map(c -> c.weight(job.set()));
        if (weight.filter(w -> w == Weight.SOFT).isEmpty())
            return Optional.of(new Refusal.NotOverridable(criterion));
        var fails =
                job.world().gate(Optional.empty()).stream()
                        .anyMatch(l -> l.id().equals(criterion) && l.state() == State.FAILS);
        return fails ? Optional.empty() : Optional.of(new Refusal.CriterionNotFailing(criterion));
    }

    static Decision hold(World world, Unit unit, Intent.Hold i) {
        if (i.reason().isBlank()) return Decision.refuse(new Refusal.ReasonNeeded());
        var hold = new HoldId(world.ids().apply(OwnId.Kind.HOLD));
        return Decision.accept(new ReleaseFact.HoldPlaced(unit.id(), hold, i.reason()));
    }

    static Decision unhold(World world, Unit unit, Intent.Unhold i, Author who) {
        var objections = new ArrayList<Refusal>();
        if (unit.holds().stream().noneMatch(h -> h.id().equals(i.hold())))
            objections.add(new Refusal.HoldUnknown(i.hold().value()));
        objections.addAll(who.signer(Role.SUPERVISOR));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        // A component on the shelf has no order, and no criteria that are judged.
        var signer = who.signer().orElseThrow();
        var judged =
                unit.order().flatMap(world::set).isPresent()
                        ? world.judged(Optional.of(signer))
                        : List.<Judged>of();
        var order = unit.order().map(Order::id);
        return new Decision.Accepted(
                List.of(new ReleaseFact.HoldLifted(unit.id(), i.hold(), i.reason(), judged)),
                Optional.of(Signature.of(unit.id(), order, signer.id(), i.meaning(), judged)));
    }

    static Decision end(Job job, Intent.End i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        objections.addAll(job.signer(Role.SUPERVISOR));
        if (i.reason().isBlank()) objections.add(new Refusal.ReasonNeeded());
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, who) ->
                        List.of(
                                new ReleaseFact.Ended(
                                        job.id(), job.no(), i.ending(), i.reason(), judged)));
    }
}
