// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rotable.fact.Fact;

/// A command's facts before they are sealed: they take effect together or not at all.
///
/// @param command tells the same command given twice from two commands
/// @param operator the person who acts, or `system`
public record Draft(
        UUID command,
        String operator,
        Optional<Signature> signature,
        Moment moment,
        List<Fact> facts) {
    /// Who acts where nobody does.
    public static final String SYSTEM = "system";

    public Draft {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) throw new IllegalArgumentException("a command without facts");
    }
}
