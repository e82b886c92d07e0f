// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.IntakeFact.StepCancelled;
import rotable.journal.Stamp;

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

    /// The value that was recorded with it.
    public Optional<String> value() {
        return fact.value().map(v -> v.value() + (v.unit().isEmpty() ? "" : " " + v.unit()));
    }
}
