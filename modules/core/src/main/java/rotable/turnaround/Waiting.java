// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.turnaround;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.identity.PositionId;
import rotable.part.CriteriaSet;
import rotable.part.TestSpec;
import rotable.reference.Reference;
import rotable.release.Question;
import rotable.turnaround.Turnaround.Wait;
import rotable.unit.Change;
import rotable.unit.CheckState;
import rotable.unit.Order;
import rotable.unit.Recorded;

/// What a unit waits for after each entry of its order, by the same rules as
/// [rotable.release.Stage] tells it now.
final class Waiting {
    private final Order order;
    private final Reference reference;
    private final Optional<CriteriaSet> set;
    private final Set<PositionId> open = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> passed = new HashSet<>();
    private final Map<String, Boolean> steps = new HashMap<>();
    private Optional<BackTo> back = Optional.empty();
    private boolean intake;
    private boolean diagnosed;
    private boolean tested;
    private boolean failed;
    private boolean inspected;
    private boolean released;

    Waiting(Order order, Reference reference) {
        this.order = order;
        this.reference = reference;
        this.set = reference.set(order.set(), order.setVersion());
    }

    /// What it waits for from that entry on.
    Wait after(Recorded r) {
        switch (r.fact()) {
            case IntakeFact f -> intake(f, r);
            case RepairFact f -> repair(f, r);
            case TestFact f -> test(f);
            case ReleaseFact.Rejected f -> rejected(f.backTo());
            case ReleaseFact.Inspected f -> inspected = true;
            case ReleaseFact.Released f -> released = true;
            case ReleaseFact.HoldPlaced f -> released = false;
            default -> {}
        }
        return now();
    }

    private void rejected(BackTo stage) {
        back = Optional.of(stage);
        inspected = false;
        released = false;
        if (stage == BackTo.INTAKE) intake = false;
    }

    private void intake(IntakeFact fact, Recorded r) {
        switch (fact) {
            case IntakeFact.IntakeSigned f -> {
                intake = true;
                done(BackTo.INTAKE);
            }
            case IntakeFact.Diagnosed f -> {
                diagnosed = true;
                done(BackTo.DIAGNOSIS);
            }
            case IntakeFact.Checked f -> {
                var check = new CheckState(f, Optional.empty(), r.stamp());
                var step = set.flatMap(s -> s.step(f.step()));
                steps.put(f.step(), step.filter(check::settles).isPresent());
                worked(BackTo.REPAIR);
            }
            case IntakeFact.StepCancelled f -> {
                steps.put(f.step(), true);
                worked(BackTo.REPAIR);
            }
            default -> {}
        }
    }

    private void repair(RepairFact fact, Recorded r) {
        diagnosed = true;
        failed = false;
        worked(BackTo.REPAIR);
        switch (fact) {
            case RepairFact.Removed f -> open.add(f.position());
            case RepairFact.Installed f -> open.remove(f.position());
            case RepairFact.LeftOpen f -> open.remove(f.position());
            default -> {}
        }
        for (var change : order.changes())
            if (change.stamp().hash().equals(r.stamp().hash())) stale(change);
    }

    private void stale(Change change) {
        for (var test : set.map(CriteriaSet::tests).orElseGet(java.util.List::of))
            if (Question.affects(change, test, reference)) {
                fresh.remove(test.id());
                passed.remove(test.id());
            }
    }

    private void test(TestFact fact) {
        diagnosed = true;
        tested = true;
        failed = false;
        worked(BackTo.REPAIR);
        done(BackTo.TEST);
        if (fact instanceof TestFact.TestBegun f) fresh.add(f.test());
        if (!(fact instanceof TestFact.TestEnded f)) return;
        failed = f.result() == Result.FAIL;
        if (failed) passed.remove(f.test());
        if (f.result() == Result.PASS && fresh.contains(f.test())) passed.add(f.test());
    }

    private void worked(BackTo stage) {
        inspected = false;
        released = false;
        done(stage);
    }

    private void done(BackTo stage) {
        back = back.filter(b -> b != stage);
    }

    private Wait now() {
        if (released) return Wait.LABEL_AND_SHIPPING;
        if (!intake) return Wait.INTAKE;
        if (back.isPresent()) return Wait.valueOf(back.get().name());
        if (!diagnosed) return Wait.DIAGNOSIS;
        if (!open.isEmpty() || failed) return Wait.REPAIR;
        if (set.isPresent() && !passed.containsAll(tests(set.get())))
            return tested ? Wait.TEST : Wait.REPAIR;
        if (set.filter(this::stepsOpen).isPresent()) return Wait.REPAIR;
        return set.filter(CriteriaSet::dualSignOff).isPresent() && !inspected
                ? Wait.INSPECTION
                : Wait.RELEASE;
    }

    private static Set<String> tests(CriteriaSet set) {
        var ids = new HashSet<String>();
        for (TestSpec t : set.tests()) ids.add(t.id());
        return ids;
    }

    private boolean stepsOpen(CriteriaSet criteria) {
        return criteria.steps().stream().anyMatch(s -> !steps.getOrDefault(s.id(), false));
    }
}
