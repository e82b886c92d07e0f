// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

import java.util.ArrayList;
import java.util.List;

/// Writes the components of an id as one line of text: joined by `/`, with `/` and `%` in a
/// component percent-escaped, so that the text leads back to exactly the same components.
final class Address {
    private Address() {}

    static String of(String... components) {
        var escaped = new ArrayList<String>(components.length);
        for (var c : components) escaped.add(c.replace("%", "%25").replace("/", "%2F"));
        return String.join("/", escaped);
    }

    /// Takes the text apart again.
    ///
    /// @throws IllegalArgumentException when it has not exactly `count` components
    static List<String> parse(String text, int count) {
        var parts = text.split("/", -1);
        if (parts.length != count)
            throw new IllegalArgumentException("not an id of " + count + " parts: " + text);
        var result = new ArrayList<String>(count);
        for (var p : parts) result.add(p.replace("%2F", "/").replace("%25", "%"));
        return result;
    }

    /// The text itself, checked to be printable, trimmed and at most `max` characters long.
    static String checked(String what, String text, int max) {
        if (text.isBlank()) throw new IllegalArgumentException(what + " is empty");
        if (!text.equals(text.strip()))
            throw new IllegalArgumentException(what + " has blanks around it");
        if (text.length() > max)
            throw new IllegalArgumentException(what + " is longer than " + max + " characters");
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7F))
            throw new IllegalArgumentException(what + " has control characters");
        return text;
    }
}
