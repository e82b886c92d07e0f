// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

/// The check character of Code 39 and HIBC: the sum of the characters' values modulo 43 (ISO/IEC
/// 16388, annex A; ANSI/HIBC 2, appendix B).
public final class Mod43 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    private Mod43() {}

    /// Whether the last character is the check of all before it.
    public static boolean holds(String text) {
        int last = text.length() - 1;
        return last > 0
                && firstOutside(text) < 0
                && of(text.substring(0, last)) == text.charAt(last);
    }

    /// The check character of a text.
    ///
    /// @param text characters of the 43 only
    public static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) sum += ALPHABET.indexOf(text.charAt(i));
        return ALPHABET.charAt(Math.floorMod(sum, 43));
    }

    /// Where the first character outside the 43 stands; -1 when there is none.
    public static int firstOutside(String text) {
        for (int i = 0; i < text.length(); i++) if (ALPHABET.indexOf(text.charAt(i)) < 0) return i;
        return -1;
    }
}
