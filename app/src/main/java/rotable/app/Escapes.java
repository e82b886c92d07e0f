// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Control characters in a line of text: `\x1d` is the character of that hex code, `\\` a
/// backslash.
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|\\\\)");

    private Escapes() {}

    static String read(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    }

    private static String character(@org.jspecify.annotations.Nullable String hex) {
        return hex == null ? "\\" : Character.toString(Integer.parseInt(hex, 16));
    }
}
