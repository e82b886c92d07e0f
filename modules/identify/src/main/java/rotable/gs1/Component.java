// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One component of the data that follows an application identifier.
///
/// @param least its least length in characters, when it is there
/// @param most its greatest length in characters
record Component(
        CharacterSet characters, int least, int most, boolean optional, List<Linter> linters) {
    private static final Pattern FORM = Pattern.compile("([nxyz])(\\.\\.)?(\\d+)(\\?)?");

    /// Reads the form of the table, such as `n13:csum` or `x..17?`.
    static Component of(String text) {
        var parts = text.split(":");
        var form = FORM.matcher(parts[0]);
        if (!form.matches()) throw new IllegalArgumentException("no component: " + text);
        int most = Integer.parseInt(form.group(3));
        return new Component(
                CharacterSet.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                form.group(2) == null ? most : 1,
                most,
                form.group(4) != null,
                Arrays.stream(parts).skip(1).map(Linter::named).toList());
    }
}
