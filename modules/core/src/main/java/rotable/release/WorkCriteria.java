// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.fact.IntakeFact.Checked.Answer;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.PartId;
import rotable.journal.Stamp;
import rotable.part.Position;
import rotable.part.Step;
import rotable.unit.CheckState;
import rotable.unit.Removal;
import rotable.unit.Signed;

/// G02 to G05 and G16: intake, steps, positions, removals, holds.
final class WorkCriteria {
    private WorkCriteria() {}

    static List<Line.Answer> intakeSigned(Question q) {
        return List.of(
                q.order()
                        .intake()
                        .map(
                                s ->
                                        Line.holds(
                                                new Finding.IntakeSignedBy(
                                                        q.reference().nameOf(s.by()),
                                                        s.stamp().at()),
                                                s.stamp()))
                        .orElseGet(() -> Line.fails(new Finding.IntakeNotSigned())));
    }

    static List<Line.Answer> stepsDone(Question q) {
        var problems = new ArrayList<Line.Answer>();
        for (var step : q.set().steps()) {
            var check = q.order().checks().get(step.id());
            if (check == null) problems.add(Line.fails(missing(step)));
            else
                stepProblem(step, check).ifPresent(f -> problems.add(Line.fails(f, check.stamp())));
        }
        if (!problems.isEmpty()) return List.copyOf(problems);
        return List.of(Line.holds(new Finding.StepsDone(q.set().steps().size())));
    }

    private static Finding missing(Step step) {
        return step.tool()
                .<Finding>map(tool -> new Finding.ToolStepMissing(step.text(), tool))
                .orElseGet(() -> new Finding.StepMissing(step.text()));
    }

    private static Optional<Finding> stepProblem(Step step, CheckState check) {
        if (check.fact().answer() == Answer.NOT_APPLICABLE)
            return check.reason().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Finding.StepCancelledUnreasoned(step.text()));
        var measure = step.measure();
        var valued = check.settled() || check.value().isPresent();
        if (measure.isPresent() && valued && !CheckState.inLimits(step, check.fact()))
            return Optional.of(
                    new Finding.StepOutOfLimits(
                            step.text(), check.value().orElse("nothing"), measure.get().limits()));
        if (!check.settled()) return Optional.of(new Finding.StepNotOk(step.text()));
        if (step.tool().isPresent() && check.fact().tool().isEmpty())
            return Optional.of(new Finding.StepWithoutTool(step.text(), step.tool().get()));
        return Optional.empty();
    }

    static List<Line.Answer> positionsFilled(Question q) {
        var problems = new ArrayList<Line.Answer>();
        q.order()
                .open()
                .forEach(
                        (position, stamp) -> {
                            if (!q.order().leftOpen().containsKey(position))
                                problems.add(
                                        Line.fails(
                                                new Finding.PositionOpen(
                                                        position,
                                                        q
                                                                .reference()
                                                                .part(q.unit().id().part())
                                                                .flatMap(p -> p.position(position))
                                                                .map(Position::accepts)
                                                                .orElse(List.of())
                                                                .stream()
                                                                .map(PartId::number)
                                                                .toList()),
                                                stamp));
                        });
        return problems.isEmpty() ? filled(q) : List.copyOf(problems);
    }

    private static List<Line.Answer> filled(Question q) {
        var left = List.copyOf(q.order().leftOpen().keySet());
        var changed = q.order().removals().size();
        return List.of(
                Line.holds(
                        left.isEmpty()
                                ? new Finding.PositionsFilled(changed)
                                : new Finding.PositionsLeft(changed, left),
                        q.order().leftOpen().values().stream()
                                .map(Signed::stamp)
                                .toArray(Stamp[]::new)));
    }

    static List<Line.Answer> removalsMatch(Question q) {
        var problems = new ArrayList<Line.Answer>();
        for (var r : q.order().removals())
            if (r.dispositioned().isEmpty())
                mismatch(r).ifPresent(f -> problems.add(Line.fails(f, r.stamp())));
        if (!problems.isEmpty()) return List.copyOf(problems);
        return List.of(Line.holds(new Finding.RemovalsMatch(q.order().removals().size())));
    }

    private static Optional<Finding> mismatch(Removal r) {
        var f = r.fact();
        if (f.match() == Match.UNREADABLE)
            return Optional.of(new Finding.RemovedUnread(f.position()));
        if (f.match() != Match.MISMATCHED || f.expected().isEmpty()) return Optional.empty();
        return Optional.of(
                new Finding.RemovalMismatch(
                        f.position(),
                        f.expected().get(),
                        f.child().map(Child::mark).orElse("unreadable")));
    }

    static List<Line.Answer> noHold(Question q) {
        if (q.unit().holds().isEmpty()) return List.of(Line.holds(new Finding.NoHold()));
        return q.unit().holds().stream()
                .map(h -> Line.fails(new Finding.HoldOpen(h.id().value(), h.reason()), h.stamp()))
                .toList();
    }
}
