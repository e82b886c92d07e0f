// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.ArrayList;
import java.util.Optional;
import rotable.decision.Decider.Job;
import rotable.fact.CustodyFact;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// Who has the unit, where it is, and which labels it bears.
final class CustodyRules {
    private CustodyRules() {}

    static Decision take(Job job) {
        return job.closed()
                .map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new CustodyFact.TakenInHand(job.id(), job.no())));
    }

    static Decision park(Job job) {
        return job.closed()
                .map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new CustodyFact.Parked(job.id(), job.no())));
    }

    /// A component on the shelf has a place, too, and no order.
    static Decision move(World world, Unit unit, Intent.Move i) {
        if (world.reference().code(Kind.LOCATION, i.location()).isEmpty())
            return Decision.refuse(new Refusal.LocationUnknown(i.location()));
        var gone = unit.order().flatMap(Order::shipped).filter(s -> unit.installedIn().isEmpty());
        if (gone.isPresent())
            return Decision.refuse(new Refusal.AlreadyShipped(unit.id(), gone.get().at()));
        return Decision.accept(new CustodyFact.Moved(unit.id(), i.location()));
    }

    static Decision readIdentity(Job job, Intent.ReadIdentity i) {
        return job.closed()
                .map(Decision::refuse)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new CustodyFact.IdentityRead(
                                                job.id(), job.no(), i.evidence())));
    }

    static Decision print(Job job, Intent.PrintLabel i) {
        var release = job.order().release();
        if (release.isEmpty()) return Decision.refuse(new Refusal.NotReleased(job.id()));
        var objections = new ArrayList<Refusal>(voided(release.get()).stream().toList());
        var copy = release.get().copies() + 1;
        if (copy > 1 && i.reason().isEmpty()) objections.add(new Refusal.ReasonNeeded());
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(
                new CustodyFact.LabelPrinted(
                        job.id(), job.no(), release.get().id(), copy, i.reason()));
    }

    private static Optional<Refusal> voided(Release release) {
        return release.revoked()
                .map(r -> new Refusal.LabelVoid(release.id(), r.what(), r.stamp().at()));
    }

    static Decision confirm(Job job, Intent.ConfirmLabel i) {
        if (!i.unit().equals(job.id()))
            return Decision.refuse(
                    new Refusal.LabelOfOtherUnit(i.unit().serial(), job.id().serial()));
        var release = job.order().release();
        if (release.isEmpty()) return Decision.refuse(new Refusal.NotReleased(job.id()));
        var r = release.get();
        if (!r.id().equals(i.release()))
            return Decision.refuse(
                    new Refusal.LabelOfOtherRelease(i.release().value(), r.id().value()));
        if (!r.stamp().hash().startsWith(i.hash()))
            return Decision.refuse(new Refusal.LabelHashDiffers(r.id()));
        return voided(r)
                .map(Decision::refuse)
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new CustodyFact.LabelConfirmed(
                                                job.id(), job.no(), r.id())));
    }

    static Decision ship(Job job) {
        var order = job.order();
        var objections = new ArrayList<Refusal>();
        var release = order.release();
        if (order.ended().isEmpty() && release.isEmpty())
            objections.add(new Refusal.NotReleased(job.id()));
        if (order.ended().isEmpty() && release.isPresent()) {
            voided(release.get()).ifPresent(objections::add);
            if (release.get().stands() && release.get().confirmed().isEmpty())
                objections.add(new Refusal.LabelNotConfirmed(release.get().id()));
        }
        order.shipped()
                .ifPresent(s -> objections.add(new Refusal.AlreadyShipped(job.id(), s.at())));
        if (job.unit().scrapped()) objections.add(new Refusal.UnitScrapped(job.id()));
        job.unit().holds().stream()
                .findFirst()
                .ifPresent(h -> objections.add(new Refusal.UnitHeld(job.id(), h.reason())));
        // Nobody who released it could know; before it leaves, somebody looks.
        job.unit().openCases().stream()
                .findFirst()
                .ifPresent(c -> objections.add(new Refusal.CaseOpen(job.id(), c.rule(), c.text())));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(new CustodyFact.Shipped(job.id(), job.no()));
    }
}
