// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.Optional;

/// Code 39 in its full ASCII mode: a sign and a letter stand for a character that the symbol lacks
/// (ISO/IEC 16388, annex A.3). A scanner that is not set to it sends the pairs as they stand.
public final class Code39 {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./";

    private Code39() {}

    /// The text that the pairs stand for, control characters among them; absent when there are
    /// none, or a sign stands alone.
    public static Optional<String> fullAscii(String text) {
        var plain = new StringBuilder();
        var pairs = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("+/%$".indexOf(c) < 0) {
                plain.append(c);
                continue;
            }
            char next = i + 1 < text.length() ? text.charAt(++i) : ' ';
            int meant = pair(c, next);
            if (meant < 0) return Optional.empty();
            plain.append((char) meant);
            pairs = true;
        }
        return pairs ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static int pair(char sign, char letter) {
        if (letter < 'A' || letter > 'Z') return -1;
        int n = letter - 'A';
        return switch (sign) {
            case '+' -> 'a' + n;
            case '/' -> n < PUNCTUATION.length() ? PUNCTUATION.charAt(n) : letter == 'Z' ? ':' : -1;
            case '%' -> percent(n);
            default -> n + 1;
        };
    }

    /// ESC to US, signs, DEL, NUL, two signs more, and DEL for each letter that is left.
    private static int percent(int n) {
        if (n < 5) return 0x1B + n;
        return ";<=>?[\\]^_{|}~\u007F\0@`\u007F\u007F\u007F".charAt(n - 5);
    }
}
