// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.Optional;

/// Code 39 in its full ASCII mode: a sign and a letter stand for a character that the symbol lacks
/// (ISO/IEC 16388, annex A.3). A scanner that is not set to it sends the pairs as they stand.
public final class Code39 {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./";

    private Code39() {}

    /// The text that the pairs stand for; absent when there are none, a sign stands alone, or the
    /// result would hold control characters.
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
            char meant = pair(c, next);
            if (meant < ' ') return Optional.empty();
            plain.append(meant);
            pairs = true;
        }
        return pairs ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static char pair(char sign, char letter) {
        if (letter < 'A' || letter > 'Z') return 0;
        int n = letter - 'A';
        return switch (sign) {
            case '+' -> (char) ('a' + n);
            case '/' -> n < PUNCTUATION.length() ? PUNCTUATION.charAt(n) : letter == 'Z' ? ':' : 0;
            case '%' -> "\0\0\0\0\0;<=>?[\\]^_{|}~\0\0\0@`\0\0\0".charAt(n);
            default -> 0;
        };
    }
}
