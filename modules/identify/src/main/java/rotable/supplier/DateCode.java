// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as makers write them: digits of year, month, week and day, as a form such as `YYWW` says.
final class DateCode {
    /// Y, YY or YYYY; then months and days, weeks, or the day of the year.
    private static final Pattern FORM = Pattern.compile("(Y|YY|YYYY)(|MM|MMDD|WW|DDD)");

    private DateCode() {}

    static boolean sound(String form) {
        return FORM.matcher(form).matches();
    }

    /// The day, or month, that a code means; of a week its Monday (ISO 8601).
    ///
    /// @param year the year of reading; a code with fewer digits means the latest year that is not
    ///   after it
    /// @return absent when there is no such day
    static Optional<String> day(String code, String form, int year) {
        var parts = FORM.matcher(form);
        if (!parts.matches() || !code.matches("\\d+") || code.length() != form.length())
            return Optional.empty();
        int digits = parts.group(1).length();
        int of = year(Integer.parseInt(code, 0, digits, 10), digits, year);
        try {
            return Optional.of(day(of, code.substring(digits), parts.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(int code, int digits, int year) {
        if (digits == 4) return code;
        int cycle = digits == 1 ? 10 : 100;
        int candidate = year - year % cycle + code;
        return candidate > year ? candidate - cycle : candidate;
    }

    private static String day(int year, String rest, String form) {
        return switch (form) {
            case "MM" -> LocalDate.of(year, number(rest), 1).toString().substring(0, 7);
            case "MMDD" ->
                    LocalDate.of(year, number(rest.substring(0, 2)), number(rest.substring(2)))
                            .toString();
            case "WW" -> monday(LocalDate.of(year, 1, 4), number(rest));
            case "DDD" -> LocalDate.ofYearDay(year, number(rest)).toString();
            default -> Integer.toString(year);
        };
    }

    private static String monday(LocalDate inYear, int week) {
        var weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR;
        weeks.rangeRefinedBy(inYear).checkValidValue(week, weeks);
        return inYear.with(weeks, week).with(DayOfWeek.MONDAY).toString();
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
