// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/// The characters that a component may hold (GS1 General Specifications, section 7.11).
@SuppressWarnings("ImmutableEnumChecker") // its fields are set once and never changed
public enum CharacterSet {
    /// Digits.
    N("0123456789"),
    /// The 82 characters of figure 7.11-1, a subset of ISO/IEC 646.
    X("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /// The 39 characters of figure 7.11-2, for component and part identifiers.
    Y("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /// The 64 characters of base64url and its padding, of figure 7.11-3.
    Z("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz=");

    private final String members;
    private final BitSet set = new BitSet(128);

    CharacterSet(String members) {
        this.members = members;
        members.chars().forEach(set::set);
    }

    /// The set that the syntax dictionary calls by that name.
    public static Optional<CharacterSet> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csetnumeric" -> Optional.of(N);
            case "cset82" -> Optional.of(X);
            case "cset39" -> Optional.of(Y);
            case "cset64" -> Optional.of(Z);
            default -> Optional.empty();
        };
    }

    /// Its characters in the standard's order.
    String members() {
        return members;
    }

    /// Where the first character outside the set stands; -1 when there is none.
    public int firstOutside(CharSequence text) {
        for (int i = 0; i < text.length(); i++) if (!set.get(text.charAt(i))) return i;
        return this == Z ? wrongPadding(text) : -1;
    }

    /// Padding stands at the end, fills the length to a multiple of three, and is one or two
    /// characters.
    private static int wrongPadding(CharSequence text) {
        var data = text.toString();
        int first = data.indexOf('=');
        if (first < 0) return -1;
        int padding = data.length() - first;
        var atTheEnd = data.substring(first).chars().allMatch(c -> c == '=');
        var sound = first > 0 && padding <= 2 && data.length() % 3 == 0;
        return atTheEnd && sound ? -1 : first;
    }
}
