// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

/// Control characters in a line of text: `\x1d` is the character of that hex code, `\\` a
/// backslash.
final class Escapes {
    private Escapes() {}

    static String read(String line) {
        var out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            var rest = line.substring(i);
            if (rest.matches("(?s)\\\\x[0-9A-Fa-f]{2}.*")) {
                out.append((char) Integer.parseInt(rest.substring(2, 4), 16));
                i += 3;
            } else if (rest.startsWith("\\\\")) {
                out.append('\\');
                i++;
            } else out.append(line.charAt(i));
        }
        return out.toString();
    }
}
