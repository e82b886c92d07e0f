// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.iso15434;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Rules;

/// Fields that say different things where a unit can have one thing only. Such a label is about
/// several units, or two labels were run together; which serial is meant, it does not tell.
final class Repeats {
    /// Identifiers that say the same thing about the unit.
    private static final List<Set<String>> SAME =
            List.of(
                    Set.of("S", "SER", "SEQ", "UCN", "21", "18S", "USN", "UST"),
                    Set.of("1P", "PNO"),
                    Set.of("1T", "LOT", "LTN", "BII", "10"),
                    Set.of("T"),
                    Set.of("17V"),
                    Set.of("12V"),
                    Set.of("3V"),
                    Set.of("18V"),
                    Set.of("7L"),
                    Set.of("MFR"),
                    Set.of("CAG"),
                    Set.of("SPL"),
                    Set.of("DUN"),
                    Set.of("EUC"),
                    Set.of("18S"),
                    Set.of("25S", "UID"),
                    Set.of("01"),
                    Set.of("8004"),
                    Set.of("P"),
                    Set.of("30P", "PNR"));

    private Repeats() {}

    static List<LabelError> errors(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        for (var ids : SAME) {
            Optional<String> before = Optional.empty();
            for (var f : fields) {
                if (!ids.contains(f.id()) || f.value().isEmpty()) continue;
                var said = ids.contains("S") ? Uii.serialOf(f).orElse(f.value()) : f.value();
                if (before.isPresent() && !before.get().equals(said))
                    errors.add(Rules.broken("data-repeats", f.at(), f.id(), before.get(), said));
                before = before.or(() -> Optional.of(said));
            }
        }
        return errors;
    }
}
