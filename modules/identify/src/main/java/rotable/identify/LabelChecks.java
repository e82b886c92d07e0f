// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rotable.checkdigit.CheckScheme;
import rotable.gs1.CharacterSet;
import rotable.gs1.Linter;

/// One check on one value, by name: a check digit scheme, or a linter of GS1's syntax dictionary.
public final class LabelChecks {
    private LabelChecks() {}

    /// Whether the value passes the check of that name.
    ///
    /// @return absent when there is no such check
    public static Optional<Boolean> holds(String name, String value) {
        return CheckScheme.of(name)
                .map(s -> s.holds(value))
                .or(() -> Linter.of(name).map(l -> l.firstWrong(value) < 0))
                .or(() -> CharacterSet.of(name).map(s -> s.firstOutside(value) < 0));
    }

    /// The names of all of them.
    public static List<String> names() {
        var names = new ArrayList<String>();
        for (var s : CheckScheme.values()) names.add(s.code());
        for (var l : Linter.values()) names.add(l.name().toLowerCase(Locale.ROOT));
        return names;
    }
}
