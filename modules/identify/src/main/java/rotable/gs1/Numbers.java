// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// Checks of numbers and their check characters. Each answers where the text is wrong, or -1.
final class Numbers {
    private static final String PAIR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LONGEST_PAIRED = 99;
    private static final int SHORTEST_PREFIX = 4;
    private static final Pattern SEQUENCE = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,8})");

    private Numbers() {}

    /// Weights 3 and 1 alternate from the right, the check digit itself weighing 1; the sum is a
    /// multiple of ten (General Specifications, section 7.9.1).
    static int checkDigit(String digits) {
        int wrong = CharacterSet.N.firstOutside(digits);
        if (wrong >= 0) return wrong;
        if (digits.isEmpty()) return 0;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - 1 - i) % 2 == 0 ? 1 : 3;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0 ? -1 : digits.length() - 1;
    }

    /// Each character's place in the set of 82 is weighed by the primes, the last by 2; the sum
    /// modulo 1021 is written as two of 32 characters (section 7.9.5).
    static int checkPair(String text) {
        int body = text.length() - 2;
        if (body < 0 || text.length() > LONGEST_PAIRED) return 0;
        int wrong = CharacterSet.X.firstOutside(text.substring(0, body));
        if (wrong >= 0) return wrong;
        int sum = 0;
        int prime = 1;
        for (int i = body - 1; i >= 0; i--) {
            prime = BigInteger.valueOf(prime).nextProbablePrime().intValue();
            sum += prime * CharacterSet.X.members().indexOf(text.charAt(i));
        }
        int rest = sum % 1021;
        var due = "" + PAIR.charAt(rest >> 5) + PAIR.charAt(rest & 31);
        return text.endsWith(due) ? -1 : body;
    }

    /// A company prefix has four digits at least; whose it is, only GS1's register knows.
    static int companyPrefix(String text, int from) {
        if (text.length() < from + SHORTEST_PREFIX) return 0;
        int wrong = CharacterSet.N.firstOutside(text.substring(from, from + SHORTEST_PREFIX));
        return wrong < 0 ? -1 : from + wrong;
    }

    static int oneOf(String text, String allowed) {
        return text.length() == 1 && allowed.indexOf(text.charAt(0)) >= 0 ? -1 : 0;
    }

    static int nonZero(String text) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        return text.chars().anyMatch(c -> c != '0') ? -1 : 0;
    }

    static int noZeroPrefix(String text) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        return text.length() > 1 && text.startsWith("0") ? 0 : -1;
    }

    static int tenDigitsUpTo(String text, long most) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        return text.length() == 10 && Long.parseLong(text) <= most ? -1 : 0;
    }

    static int pieceOfTotal(String text) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        int half = text.length() / 2;
        if (text.isEmpty() || text.length() % 2 != 0) return 0;
        var piece = new BigInteger(text.substring(0, half));
        var total = new BigInteger(text.substring(half));
        if (piece.signum() == 0) return 0;
        return total.signum() > 0 && piece.compareTo(total) <= 0 ? -1 : half;
    }

    static int positionInSequence(String text) {
        var parts = SEQUENCE.matcher(text);
        if (!parts.matches()) return 0;
        return Integer.parseInt(parts.group(1)) <= Integer.parseInt(parts.group(2)) ? -1 : 0;
    }

    static int percentEncoding(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1))
            if (i + 3 > text.length() || !text.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}"))
                return i;
        return -1;
    }

    /// ISO 13616-1: country, two check digits, account; the check is that of ISO/IEC 7064, MOD
    /// 97-10, over the account, the country and the check digits.
    static int iban(String text) {
        if (text.length() < 4) return 0;
        if (!Codes.known("country-letters", text.substring(0, 2))) return 0;
        if (text.length() <= 10 || text.length() > 34) return 0;
        var turned = text.substring(4) + text.substring(0, 4);
        var digits = new StringBuilder();
        for (int i = 0; i < turned.length(); i++) {
            char c = turned.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) return (i + 4) % text.length();
            digits.append(Character.digit(c, 36));
        }
        var rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97));
        return rest.equals(BigInteger.ONE) ? -1 : 2;
    }
}
