// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.time.YearMonth;

/// Checks of dates and times of day. Each answers where the text is wrong, or -1.
final class Dates {
    private Dates() {}

    /// Year, month and day.
    ///
    /// @param length 6 with two digits of the year, 8 with four
    /// @param openDay whether the day may be 00
    static int day(String text, int length, boolean openDay) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        if (text.length() != length) return 0;
        int monthAt = length - 4;
        int month = number(text, monthAt, monthAt + 2);
        if (month < 1 || month > 12) return monthAt;
        int day = number(text, monthAt + 2, length);
        if (day == 0) return openDay ? -1 : monthAt + 2;
        return day <= YearMonth.of(year(text, monthAt), month).lengthOfMonth() ? -1 : monthAt + 2;
    }

    /// Two digits leave the century open; which years are leap years, they tell all the same, but
    /// for 1900.
    private static int year(String text, int end) {
        int year = number(text, 0, end);
        return end == 2 ? 2000 + year : year;
    }

    /// Two digits, up to a bound.
    static int upTo(String text, int most) {
        int wrong = CharacterSet.N.firstOutside(text);
        if (wrong >= 0) return wrong;
        return text.length() == 2 && Integer.parseInt(text) <= most ? -1 : 0;
    }

    static int hourAndMinute(String text) {
        if (text.length() != 4) return 0;
        int hour = upTo(text.substring(0, 2), 23);
        if (hour >= 0) return hour;
        int minute = upTo(text.substring(2), 59);
        return minute < 0 ? -1 : 2 + minute;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
