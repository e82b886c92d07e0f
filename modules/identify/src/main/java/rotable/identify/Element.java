// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.Optional;
import rotable.scan.Scan.Why;

/// The rules one element of a GS1 element string must keep.
final class Element {
    private Element() {}

    /// What is wrong with a value in a format such as `n14` or `x..20`.
    static Optional<Why> check(String ai, String format, String value) {
        var variable = format.contains("..");
        int length = Integer.parseInt(format.replaceFirst("^[nx](\\.\\.)?", ""));
        if (variable ? value.isEmpty() : value.length() < length)
            return Optional.of(new Why.ElementTooShort(ai, value.length()));
        if (value.length() > length) return Optional.of(new Why.ElementTooLong(ai, value.length()));
        var digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (format.startsWith("n") && !digits)
            return Optional.of(new Why.CheckDigitWrong(ai, value));
        var checked = ai.equals("01") || ai.equals("02") || ai.equals("00");
        if (checked && !checkDigitHolds(value))
            return Optional.of(new Why.CheckDigitWrong(ai, value));
        return Optional.empty();
    }

    /// GS1 General Specifications, section 7.9: weights 3 and 1 alternate from the right, the check
    /// digit itself weighing 1, and the sum is a multiple of ten.
    static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - 1 - i) % 2 == 0 ? 1 : 3;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
