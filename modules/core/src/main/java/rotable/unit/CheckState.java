// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.IntakeFact.Checked;
import rotable.journal.Stamp;

/// The last answer to a line of a checklist.
public record CheckState(Checked fact, Stamp stamp) {
    /// Whether it needs no further attention.
    public boolean settled() {
        return fact.answer() != Checked.Answer.NOT_OK;
    }

    /// The value that was recorded with it.
    public Optional<String> value() {
        return fact.value().map(v -> v.value() + (v.unit().isEmpty() ? "" : " " + v.unit()));
    }
}
