// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

/// Characters that nobody can see on a label or a screen. In data they stand for damage: a serial
/// with one of them would be another serial that looks the same.
public final class Unprintable {
    private Unprintable() {}

    /// Where the first one stands: a control character, a blank that does not break, or a mark of
    /// format such as a byte order mark; -1 where there is none.
    public static int at(String text, int from) {
        for (int i = from; i < text.length(); i++) if (is(text.charAt(i))) return i;
        return -1;
    }

    private static boolean is(char c) {
        if (c < 0x20 || (c >= 0x7F && c <= 0xA0)) return true;
        if (c < 0x80) return false;
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    /// Whether a US keyboard has all of the characters; a label of a unit has no others.
    public static boolean plainAscii(String text) {
        return text.chars().allMatch(c -> c <= '~');
    }
}
