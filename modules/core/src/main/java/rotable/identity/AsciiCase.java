// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identity;

/// Upper case of the letters a to z and of nothing else. Serials are compared and recorded
/// character by character; a language's rules, which make SS of ß, would make another serial.
public final class AsciiCase {
    private AsciiCase() {}

    /// The text with a to z as A to Z, of the same length.
    public static String upper(String text) {
        var upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c >= 'a' && c <= 'z') upper.setCharAt(i, (char) (c - 'a' + 'A'));
        }
        return upper.toString();
    }
}
