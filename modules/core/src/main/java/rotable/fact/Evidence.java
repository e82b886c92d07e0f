// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rotable.identity.Child;

/// How a serial came into the record.
///
/// @param raw the scanned bytes in lower-case hex; absent where nothing was scanned
/// @param reason why it was typed, or among what it was chosen; absent where it was scanned and
///   certain
public record Evidence(How how, Optional<String> raw, Optional<String> reason) {
    /// The ways a serial is captured.
    public enum How {
        SCANNED,
        TYPED,
        ELECTRONIC,
        INFERRED
    }

    /// The same, where whoever held the label said which of these items is on it.
    public Evidence among(List<Child> items) {
        var marks =
                items.stream()
                        .map(i -> i.part().number() + " " + i.mark())
                        .collect(Collectors.joining(" · "));
        var said = (items.size() == 1 ? "confirmed as " : "chosen among ") + marks;
        return new Evidence(how, raw, reason.or(() -> Optional.of(said)));
    }

    /// Evidence for what nobody read, but which follows from the record.
    public static Evidence inferred() {
        return new Evidence(How.INFERRED, Optional.empty(), Optional.empty());
    }
}
