// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.function.IntPredicate;

/// A set of characters: each of ISO/IEC 646, and all others together.
///
/// @param low the characters from 0 to 63, one bit each
/// @param high the characters from 64 to 127, one bit each
/// @param others whether it has characters beyond those
record Characters(long low, long high, boolean others) {
    static final Characters NONE = new Characters(0, 0, false);
    static final Characters ANY = new Characters(-1, -1, true);

    static Characters where(IntPredicate member) {
        var set = NONE;
        for (int c = 0; c < 128; c++) if (member.test(c)) set = set.or(of((char) c));
        return set;
    }

    static Characters of(char c) {
        if (c > 127) return new Characters(0, 0, true);
        return c < 64
                ? new Characters(1L << c, 0, false)
                : new Characters(0, 1L << (c - 64), false);
    }

    Characters or(Characters more) {
        return new Characters(low | more.low, high | more.high, others || more.others);
    }

    /// All characters that are not in it; beyond ISO/IEC 646 that may be any.
    Characters not() {
        return new Characters(~low, ~high, true);
    }

    boolean has(int c) {
        if (c > 127) return others;
        return ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }
}
