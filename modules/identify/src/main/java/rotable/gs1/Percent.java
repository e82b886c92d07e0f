// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

/// Percent-encoding of a Digital Link's values (RFC 3986, section 2.1). The JDK's decoder is for
/// forms: it refuses a stray %, which a label may have, and reads UTF-8, which GS1 data is not.
final class Percent {
    private static final String UNRESERVED = "-._~";

    private Percent() {}

    /// @param query whether a plus sign stands for a space
    static String decode(String text, boolean query) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && hex(text, i + 1) && hex(text, i + 2)) {
                plain.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else plain.append(c == '+' && query ? ' ' : c);
        }
        return plain.toString();
    }

    /// @param query whether a space becomes a plus sign
    static String encode(String text, boolean query) {
        var coded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var unreserved =
                    (c < 0x80 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0;
            if (unreserved) coded.append(c);
            else if (c == ' ' && query) coded.append('+');
            else coded.append("%%%02X".formatted((int) c));
        }
        return coded.toString();
    }

    private static boolean hex(String text, int at) {
        return at < text.length()
                && text.charAt(at) < 0x80
                && Character.digit(text.charAt(at), 16) >= 0;
    }
}
