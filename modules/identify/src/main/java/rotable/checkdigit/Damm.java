// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

/// Damm's check digit: a walk through a quasigroup of order ten that ends at zero (H. M. Damm,
/// "Total anti-symmetrische Quasigruppen", Marburg 2004, example of order ten).
final class Damm {
    private static final String[] QUASIGROUP = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    private Damm() {}

    static boolean valid(String digits) {
        int at = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) return false;
            at = QUASIGROUP[at].charAt(digit) - '0';
        }
        return at == 0 && digits.length() > 1;
    }
}
