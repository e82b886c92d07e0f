// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Decider.Job;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.identity.OrderId;
import rotable.identity.OwnId;
import rotable.part.Part;
import rotable.part.Step;
import rotable.people.Qualification.Process;
import rotable.reference.Reference.PinnedSet;
import rotable.unit.CheckState;
import rotable.unit.Order;

/// Receiving, inspecting and diagnosing.
final class IntakeRules {
    private IntakeRules() {}

    static Decision receive(World world, Intent.Receive i) {
        var objections = new ArrayList<Refusal>();
        var part = world.reference().part(i.unit().part());
        if (part.isEmpty()) objections.add(new Refusal.PartUnknown(i.unit().part()));
        var set = part.flatMap(Part::criteriaSet).flatMap(world.reference()::set);
        if (part.isPresent() && set.isEmpty())
            objections.add(new Refusal.PartHasNoCriteria(i.unit().part()));
        var unit = world.unit(i.unit());
        unit.openOrder()
                .map(Order::id)
                .ifPresent(o -> objections.add(new Refusal.OrderAlreadyOpen(i.unit(), o)));
        if (unit.scrapped()) objections.add(new Refusal.UnitScrapped(i.unit()));
        unit.installedIn()
                .ifPresent(
                        p ->
                                objections.add(
                                        new Refusal.UnitInstalled(
                                                i.unit(), p.parent(), p.position())));
        if (!objections.isEmpty() || set.isEmpty()) return new Decision.Refused(objections);
        return received(world, i, set.get());
    }

    private static Decision received(World world, Intent.Receive i, PinnedSet set) {
        var facts = new ArrayList<Fact>();
        if (world.unit(i.unit()).known().isEmpty())
            facts.add(new IntakeFact.Adopted(i.unit(), i.evidence()));
        var order = new OrderId(world.ids().apply(OwnId.Kind.ORDER));
        facts.add(
                new IntakeFact.Received(
                        i.unit(), order, set.set().id(), set.version(), i.evidence()));
        return new Decision.Accepted(facts, Optional.empty());
    }

    static Decision declare(Job job, Intent.Declare i) {
        if (job.closed().isPresent()) return Decision.refuse(job.closed().get());
        var said = i.said();
        if (said.saysNothing()) return Decision.refuse(new Refusal.TextEmpty());
        return Decision.accept(
                new IntakeFact.Declared(
                        job.id(),
                        job.no(),
                        said.customer(),
                        said.rma(),
                        said.fault(),
                        said.condition()));
    }

    static Decision check(Job job, Intent.Check i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        var step = job.set().step(i.step());
        if (step.isEmpty()) objections.add(new Refusal.StepUnknown(i.step()));
        var lacksValue =
                step.flatMap(Step::measure).isPresent()
                        && i.answer() == Checked.Answer.OK
                        && i.value().isEmpty();
        if (i.answer() == Checked.Answer.NOT_APPLICABLE) objections.add(new Refusal.ReasonNeeded());
        if (lacksValue)
            objections.add(
                    new Refusal.StepNeedsValue(
                            step.get().text(), step.get().measure().get().limits()));
        step.filter(s -> s.phase() == Step.Phase.REPAIR)
                .flatMap(s -> job.unqualified(Process.REPAIR))
                .ifPresent(objections::add);
        var lacksTool = i.answer() == Checked.Answer.OK && i.tool().isEmpty();
        step.filter(s -> lacksTool)
                .flatMap(s -> s.tool().map(kind -> new Refusal.StepNeedsTool(s.text(), kind)))
                .ifPresent(objections::add);
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(checked(job, i, step.orElseThrow()));
    }

    /// The value decides, nobody's word does.
    private static Checked checked(Job job, Intent.Check i, Step step) {
        var said = new Checked(job.id(), job.no(), i.step(), i.answer(), i.value(), i.tool());
        if (i.value().isEmpty() || CheckState.inLimits(step, said)) return said;
        var bad = Checked.Answer.NOT_OK;
        return new Checked(job.id(), job.no(), i.step(), bad, i.value(), i.tool());
    }

    static Decision cancelStep(Job job, Intent.CancelStep i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        if (job.set().step(i.step()).isEmpty()) objections.add(new Refusal.StepUnknown(i.step()));
        if (i.reason().isBlank()) objections.add(new Refusal.ReasonNeeded());
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(
                new IntakeFact.StepCancelled(job.id(), job.no(), i.step(), i.reason().strip()));
    }

    static Decision checkAll(Job job, Intent.CheckAll i) {
        if (job.closed().isPresent()) return Decision.refuse(job.closed().get());
        List<Fact> facts =
                job.set().steps(i.phase()).stream()
                        .filter(s -> s.measure().isEmpty() && s.tool().isEmpty())
                        .filter(s -> !job.order().checks().containsKey(s.id()))
                        .<Fact>map(
                                s ->
                                        new Checked(
                                                job.id(),
                                                job.no(),
                                                s.id(),
                                                Checked.Answer.OK,
                                                Optional.empty(),
                                                Optional.empty()))
                        .toList();
        if (facts.isEmpty()) return Decision.refuse(new Refusal.StepUnknown("-"));
        return new Decision.Accepted(facts, Optional.empty());
    }

    static Decision sign(Job job, Intent.SignIntake i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        var open =
                job.set().steps(Step.Phase.INTAKE).stream()
                        .filter(s -> !job.order().checks().containsKey(s.id()))
                        .map(Step::text)
                        .toList();
        if (!open.isEmpty()) objections.add(new Refusal.IntakeOpen(open));
        job.order()
                .intake()
                .ifPresent(
                        s ->
                                objections.add(
                                        new Refusal.IntakeAlreadySigned(
                                                job.world().reference().nameOf(s.by()),
                                                s.stamp().at())));
        objections.addAll(job.signer(rotable.people.Role.TECHNICIAN));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return job.signed(
                i.meaning(),
                (judged, signer) ->
                        List.of(new IntakeFact.IntakeSigned(job.id(), job.no(), judged)));
    }

    static Decision diagnose(Job job, Intent.Diagnose i) {
        var objections = new ArrayList<>(job.closed().stream().toList());
        if (job.world().reference().code(Kind.FAULT, i.fault()).isEmpty())
            objections.add(new Refusal.FaultUnknown(i.fault()));
        if (!objections.isEmpty()) return new Decision.Refused(objections);
        return Decision.accept(new IntakeFact.Diagnosed(job.id(), job.no(), i.fault()));
    }

    static Decision note(Job job, Intent.Note i) {
        if (i.text().isBlank()) return Decision.refuse(new Refusal.TextEmpty());
        return Decision.accept(
                new IntakeFact.Noted(job.id(), Optional.of(job.no()), i.text().strip()));
    }
}
