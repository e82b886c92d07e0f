// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Dates with two digits of the year, as labels have them, in full.
final class Century {
    private Century() {}

    /// The day or month of a label's date: a year 51 or more ahead belongs to the last century, one
    /// 50 or more behind to the next (GS1 General Specifications, section 7.12).
    ///
    /// @param date yyMMdd, yyMM or yyyyMMdd; day 00 leaves it open
    /// @param year the year of reading
    /// @return yyyy-MM-dd, or yyyy-MM where the day is open; absent when there is no such day
    static Optional<String> full(String date, int year) {
        if (!date.matches("\\d{4}|\\d{6}|\\d{8}")) return Optional.empty();
        int ahead = Integer.parseInt(date, 0, 2, 10) - year % 100;
        int century = year / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
        var digits = date.length() == 8 ? date : century + date;
        return Optional.of(dashed(digits.substring(0, 4), digits.substring(4)))
                .filter(Century::exists);
    }

    private static boolean exists(String dashed) {
        try {
            LocalDate.parse(dashed.length() == 7 ? dashed + "-01" : dashed);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String dashed(String year, String rest) {
        var month = year + '-' + rest.substring(0, 2);
        var open = rest.length() < 4 || rest.endsWith("00");
        return open ? month : month + '-' + rest.substring(2);
    }
}
