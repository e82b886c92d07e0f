// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.decision.Intent;
import rotable.decision.Refusal;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.Reading;
import rotable.identity.AssetId;
import rotable.part.CriteriaSet;
import rotable.part.Step;
import rotable.record.RecordProblem;
import rotable.release.Criterion;
import rotable.unit.Order;

/// Checklists by card and value: which line is next, what it demands.
final class Checklist {
    private final Context context;
    private final Work work;
    private final Replies replies;

    Checklist(Context context, Work work, Replies replies) {
        this.context = context;
        this.work = work;
        this.replies = replies;
    }

    /// A tool's tag, where the next line takes a tool of that kind: its value comes next.
    Optional<Answer> tool(CriteriaSet set, AssetId asset, String kind) throws RecordProblem {
        return next(set).filter(s -> takes(s, kind)).map(s -> begun(s, asset));
    }

    /// The same where the line is done already: what was torqued is opened and torqued once more.
    Optional<Answer> toolAgain(CriteriaSet set, AssetId asset, String kind) throws RecordProblem {
        return answered(set).stream()
                .filter(s -> takes(s, kind))
                .reduce((a, b) -> b)
                .map(s -> begun(s, asset));
    }

    private static boolean takes(Step step, String kind) {
        return step.tool().filter(kind::equals).isPresent();
    }

    private Answer begun(Step step, AssetId asset) {
        context.pending(new Pending.Tool(asset, step));
        return ask(step);
    }

    /// A typed value, where the line that is in hand demands one.
    Optional<Answer> typed(CriteriaSet set, String text) throws RecordProblem {
        var step = inHand(set).filter(s -> s.measure().isPresent());
        return step.isEmpty() ? Optional.empty() : Optional.of(value(step.get(), text));
    }

    private Answer value(Step step, String text) throws RecordProblem {
        var measure = step.measure().orElseThrow();
        var match = Tests.VALUE.matcher(text.strip());
        if (!match.matches())
            return replies.refused(new Refusal.NotANumber(text.strip(), measure.unit()));
        var unit = match.group(2) == null ? measure.unit() : match.group(2);
        if (!unit.equals(measure.unit()))
            return replies.refused(new Refusal.OtherUnitOfMeasure(unit, measure.unit()));
        var reading = new Reading(measure.name(), match.group(1).replace(',', '.'), unit);
        var tool = context.pending();
        var result = check(step, Checked.Answer.OK, Optional.of(reading));
        if (result.outcome() != Answer.Outcome.DONE
                || measure.holds(new BigDecimal(reading.value()))) return result;
        // It is done again with the same tool.
        if (tool instanceof Pending.Tool) context.pending(tool);
        var said = reading.value() + " " + unit;
        var bad = new Word.StepOutOfLimits(step.id(), said, measure.limits());
        return replies.attention(bad, List.of(new Answer.Reason("out-of-limits", bad)));
    }

    /// Answers the next open line.
    Answer answer(Optional<CriteriaSet> set, Checked.Answer answer) throws RecordProblem {
        var step = set.isPresent() ? inHand(set.get()) : Optional.<Step>empty();
        if (step.isEmpty()) return replies.say(Answer.Outcome.ALREADY, allDone());
        if (answer == Checked.Answer.OK && lacksTool(step.get()))
            return replies.ask(new Word.ToolNeeded(step.get().text(), step.get().tool().get()));
        if (answer == Checked.Answer.OK && step.get().measure().isPresent()) return ask(step.get());
        return check(step.get(), answer, Optional.empty());
    }

    /// The line whose tool was scanned, or the next one.
    private Optional<Step> inHand(CriteriaSet set) throws RecordProblem {
        return context.pending() instanceof Pending.Tool t ? Optional.of(t.step()) : next(set);
    }

    /// A line that was answered before is not in order.
    Answer notOk(Step step) throws RecordProblem {
        return check(step, Checked.Answer.NOT_OK, Optional.empty());
    }

    private Answer check(Step step, Checked.Answer answer, Optional<Reading> value)
            throws RecordProblem {
        var tool =
                context.pending() instanceof Pending.Tool t
                        ? Optional.of(t.asset())
                        : Optional.<AssetId>empty();
        var result = work.perform(new Intent.Check(step.id(), answer, value, tool));
        if (result.outcome() == Answer.Outcome.DONE && tool.isPresent()) context.nothingPending();
        return result;
    }

    /// What is done: the intake's lines come alone until it is signed.
    Record allDone() throws RecordProblem {
        return context.openOrder().filter(o -> !isOver(o)).isPresent()
                ? new Word.IntakeStepsDone()
                : new Word.AllStepsDone();
    }

    private boolean lacksTool(Step step) {
        return step.tool().isPresent() && !(context.pending() instanceof Pending.Tool);
    }

    private Answer ask(Step step) {
        return replies.ask(question(step));
    }

    /// What a line asks for.
    static Word.NextValue question(Step step) {
        return new Word.NextValue(
                step.id(), step.text(), step.measure().map(m -> m.limits()).orElse("OK"));
    }

    /// The next line of a checklist without an answer: intake first, then repair. What was not in
    /// order is asked for once more when all others are answered: an answer is no second one to it.
    Optional<Step> next(CriteriaSet set) throws RecordProblem {
        var order = context.openOrder();
        if (order.isEmpty()) return Optional.empty();
        var checks = order.get().checks();
        return set.steps().stream()
                .filter(s -> isOver(order.get()) || s.phase() == Step.Phase.INTAKE)
                .filter(s -> open(order.get(), s))
                .min(Comparator.comparing((Step s) -> checks.containsKey(s.id())));
    }

    /// The lines that were answered, left out or not.
    List<Step> answered(CriteriaSet set) throws RecordProblem {
        var checks = context.openOrder().map(Order::checks).orElse(Map.of());
        return set.steps().stream().filter(s -> checks.containsKey(s.id())).toList();
    }

    /// Whether the intake was signed, or a supervisor let it pass.
    static boolean isOver(Order order) {
        return order.intake().isPresent() || order.overrides().containsKey(Criterion.G02.name());
    }

    private static boolean open(Order order, Step step) {
        var check = order.checks().get(step.id());
        return check == null || !check.settles(step);
    }
}
