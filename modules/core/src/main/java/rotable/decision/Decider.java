// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import rotable.fact.Fact;
import rotable.fact.Judged;
import rotable.identity.OrderId;
import rotable.identity.UnitId;
import rotable.journal.Signature;
import rotable.part.CriteriaSet;
import rotable.people.Person;
import rotable.people.Qualification.Process;
import rotable.people.Role;
import rotable.release.Criterion;
import rotable.release.Line;
import rotable.unit.Order;
import rotable.unit.Unit;

/// Decides: an intent, in a world, by somebody, becomes facts or is refused with every objection.
public final class Decider {
    private Decider() {}

    /// Pure: the same arguments always give the same answer.
    public static Decision decide(World world, Intent intent, Author who) {
        if (!who.operator().active())
            return Decision.refuse(new Refusal.PersonInactive(who.operator().name()));
        if (intent instanceof Intent.Receive r) return IntakeRules.receive(world, r);
        if (world.hand().isEmpty()) return Decision.refuse(new Refusal.NoUnitInHand());
        var unit = world.hand().get();
        if (intent instanceof Intent.Hold h) return ReleaseRules.hold(world, unit, h);
        if (intent instanceof Intent.Move m) return CustodyRules.move(world, unit, m);
        if (intent instanceof Intent.Unhold h) return ReleaseRules.unhold(world, unit, h, who);
        var order = unit.order();
        if (order.isEmpty()) return Decision.refuse(new Refusal.NoOpenOrder(unit.id()));
        var set = world.set(order.get());
        if (set.isEmpty()) return Decision.refuse(new Refusal.PartHasNoCriteria(unit.id().part()));
        var job = new Job(world, unit, order.get(), set.get(), who);
        return whose(job, intent).map(Decision::refuse).orElseGet(() -> decide(job, intent));
    }

    /// The objection to work while nobody knows which unit it is done on.
    private static Optional<Refusal> whose(Job job, Intent intent) {
        return job.unit()
                .onlyAt()
                .filter(there -> isWork(intent) && !there.equals(job.world().bench()))
                .map(there -> new Refusal.WhoseWork(job.id(), there));
    }

    /// What is said of the unit on the bench, and not only of its papers.
    private static boolean isWork(Intent intent) {
        return switch (intent) {
            case Intent.Check _,
                    Intent.CancelStep _,
                    Intent.CheckAll _,
                    Intent.SignIntake _,
                    Intent.Diagnose _,
                    Intent.Remove _,
                    Intent.Install _,
                    Intent.Rob _,
                    Intent.LeaveOpen _,
                    Intent.Disposition _,
                    Intent.TakeAction _,
                    Intent.BeginTest _,
                    Intent.StartTimer _,
                    Intent.StopTimer _,
                    Intent.Measure _,
                    Intent.Inspect _,
                    Intent.Reject _,
                    Intent.Override _,
                    Intent.End _ ->
                    true;
            default -> false;
        };
    }

    // One line an intent, and so longer than most.
    private static Decision decide(Job job, Intent intent) {
        return switch (intent) {
            case Intent.Receive i -> throw new IllegalStateException("decided before");
            case Intent.Hold i -> throw new IllegalStateException("decided before");
            case Intent.Unhold i -> throw new IllegalStateException("decided before");
            case Intent.Declare i -> IntakeRules.declare(job, i);
            case Intent.Check i -> IntakeRules.check(job, i);
            case Intent.CancelStep i -> IntakeRules.cancelStep(job, i);
            case Intent.CheckAll i -> IntakeRules.checkAll(job, i);
            case Intent.SignIntake i -> IntakeRules.sign(job, i);
            case Intent.Diagnose i -> IntakeRules.diagnose(job, i);
            case Intent.Note i -> IntakeRules.note(job, i);
            case Intent.Remove i -> RepairRules.remove(job, i);
            case Intent.Install i -> RepairRules.install(job, i);
            case Intent.Rob i -> RepairRules.rob(job, i);
            case Intent.LeaveOpen i -> RepairRules.leaveOpen(job, i);
            case Intent.Disposition i -> RepairRules.disposition(job, i);
            case Intent.TakeAction i -> RepairRules.action(job, i);
            case Intent.BeginTest i -> TestRules.begin(job, i);
            case Intent.StartTimer i -> TestRules.start(job, i);
            case Intent.StopTimer i -> TestRules.stop(job, i);
            case Intent.Measure i -> TestRules.measure(job, i);
            case Intent.AbortTest i -> TestRules.abort(job, i);
            case Intent.Inspect i -> ReleaseRules.inspect(job, i);
            case Intent.Reject i -> ReleaseRules.reject(job, i);
            case Intent.Override i -> ReleaseRules.override(job, i);
            case Intent.Release i -> ReleaseRules.release(job, i);
            case Intent.End i -> ReleaseRules.end(job, i);
            case Intent.PrintLabel i -> CustodyRules.print(job, i);
            case Intent.ConfirmLabel i -> CustodyRules.confirm(job, i);
            case Intent.Settle i -> CaseRules.settle(job, i);
            case Intent.TakeInHand i -> CustodyRules.take(job);
            case Intent.Park i -> CustodyRules.park(job);
            case Intent.Move i -> throw new IllegalStateException("decided before");
            case Intent.ReadIdentity i -> CustodyRules.readIdentity(job, i);
            case Intent.Ship i -> CustodyRules.ship(job);
        };
    }

    /// The unit in hand with its order and criteria set, and who acts on it.
    record Job(World world, Unit unit, Order order, CriteriaSet set, Author who) {
        UnitId id() {
            return unit.id();
        }

        OrderId no() {
            return order.id();
        }

        /// The objection to working on an order that is not open.
        Optional<Refusal> closed() {
            return order.isOpen()
                    ? Optional.empty()
                    : Optional.of(new Refusal.NoOpenOrder(unit.id()));
        }

        /// The objection to work by somebody who is not qualified for it, where that could never be
        /// made good: the unit could not be released any more.
        Optional<Refusal> unqualified(Process process) {
            var hard = Criterion.G13.weight(set) == Line.Weight.HARD;
            if (!hard || !set.criteria().contains(Criterion.G13.name())) return Optional.empty();
            var today = LocalDate.ofInstant(world.now(), world.reference().zone());
            var part = unit.id().part();
            return who.operator().qualified(process, part, today)
                    ? Optional.empty()
                    : Optional.of(
                            new Refusal.NotQualified(
                                    who.operator().name(), process.name(), part.number()));
        }

        /// The objections to the signer: none has signed, or without the role.
        List<Refusal> signer(Role role) {
            return who.signer(role);
        }

        /// Accepts a fact that the signer's view of the gate goes into, and signs it.
        Decision signed(String meaning, BiFunction<List<Judged>, Person, List<Fact>> facts) {
            return signed(no(), meaning, facts);
        }

        /// The same under a stay that is not the last one.
        Decision signed(
                OrderId under, String meaning, BiFunction<List<Judged>, Person, List<Fact>> facts) {
            var signer = who.signer().orElseThrow();
            var judged = world.judged(Optional.of(signer));
            var digest = Signature.digest(unit.id(), under, meaning, judged);
            return new Decision.Accepted(
                    facts.apply(judged, signer),
                    Optional.of(new Signature(signer.id(), meaning, digest)));
        }
    }
}
