// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

import java.math.BigInteger;

/// The check character systems of ISO/IEC 7064:2003.
final class Iso7064 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Iso7064() {}

    /// A pure system with one check character (clause 7): MOD 11-2, whose check may be X, and MOD
    /// 37-2, whose check may be an asterisk.
    static boolean pure(String text, int modulus, int radix) {
        int last = text.length() - 1;
        if (last < 1) return false;
        int sum = 0;
        for (int i = 0; i < last; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0 || value >= modulus - 1) return false;
            sum = (sum + value) * radix % modulus;
        }
        var checks = modulus == 11 ? "0123456789X" : ALPHABET + "*";
        int check = checks.indexOf(text.charAt(last));
        return check >= 0 && (sum + check) % modulus == 1;
    }

    /// A hybrid system (clause 9): MOD 11,10 and MOD 37,36.
    ///
    /// @param modulus the number of characters, 10 or 36
    static boolean hybrid(String text, int modulus) {
        int last = text.length() - 1;
        if (last < 1) return false;
        int product = modulus;
        for (int i = 0; i <= last; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0 || value >= modulus) return false;
            int sum = (product + value) % modulus;
            if (i == last) return sum == 1;
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return false;
    }

    /// MOD 97-10 (clause 8): the number modulo 97 is 1; letters count from A = 10.
    static boolean mod97(String text) {
        var digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) return false;
            digits.append(value);
        }
        if (digits.length() < 3) return false;
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }
}
