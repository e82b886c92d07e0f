// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.math.BigDecimal;
import java.util.Optional;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.IntakeFact.StepCancelled;
import rotable.journal.Stamp;
import rotable.part.Step;

/// The last answer to a line of a checklist.
///
/// @param reason why the line is not done, where it is not
public record CheckState(Checked fact, Optional<String> reason, Stamp stamp) {
    static CheckState of(Checked fact, Stamp stamp) {
        return new CheckState(fact, Optional.empty(), stamp);
    }

    static CheckState of(StepCancelled f, Stamp stamp) {
        var none =
                new Checked(
                        f.unit(),
                        f.order(),
                        f.step(),
                        Checked.Answer.NOT_APPLICABLE,
                        Optional.empty(),
                        Optional.empty());
        return new CheckState(none, Optional.of(f.reason()), stamp);
    }

    /// Whether it needs no further attention: it is in order, or somebody said why it is not done.
    public boolean settled() {
        return switch (fact.answer()) {
            case OK -> true;
            case NOT_OK -> false;
            case NOT_APPLICABLE -> reason.isPresent();
        };
    }

    /// Whether a line of the checklist needs no further attention, its value in limits and its tool
    /// named included.
    public boolean settles(Step step) {
        if (fact.answer() == Checked.Answer.NOT_APPLICABLE) return settled();
        var tool = step.tool().isEmpty() || fact.tool().isPresent();
        return settled() && tool && inLimits(step, fact);
    }

    /// Whether the value of an answer is in the limits of its line; one without a measure has none.
    public static boolean inLimits(Step step, Checked fact) {
        if (step.measure().isEmpty()) return true;
        var measure = step.measure().get();
        return fact.value()
                .filter(v -> v.unit().equals(measure.unit()))
                .filter(v -> measure.holds(new BigDecimal(v.value())))
                .isPresent();
    }

    /// The value that was recorded with it.
    public Optional<String> value() {
        return fact.value().map(v -> v.value() + (v.unit().isEmpty() ? "" : " " + v.unit()));
    }
}
