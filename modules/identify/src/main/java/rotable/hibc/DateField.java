// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.hibc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Rules;

/// The secondary data that begin with a quantity and a date (ANSI/HIBC 2, section 2.3.2). A digit
/// says how the date is written; dates are kept as yyMMdd, yyMM, or yyyyMMdd.
final class DateField {
    /// How many digits follow each date flag; the flags 0 and 1 are the month's first digit.
    private static final Map<Character, Integer> LENGTHS =
            Map.of('0', 4, '1', 4, '2', 6, '3', 6, '4', 8, '5', 5, '6', 7);

    private static final Map<String, String> TITLES =
            Map.of(
                    "serial",
                    "Serial number",
                    "lot",
                    "Lot number",
                    "expiry",
                    "Expiry date",
                    "produced",
                    "Production date");

    private static final Pattern NAME = Pattern.compile("[0-9A-Z. $%+/-]{0,18}");

    /// A primary label in a lot or serial: two labels that were run together.
    private static final Pattern JOINED = Pattern.compile("\\+[A-Z][0-9A-Z]{3}");

    private final List<Field> fields;
    private final List<LabelError> errors;

    DateField(List<Field> fields, List<LabelError> errors) {
        this.fields = fields;
        this.errors = errors;
    }

    static String title(String id) {
        return TITLES.getOrDefault(id, "");
    }

    /// Reads quantity, date, and the lot or serial after them.
    ///
    /// @param skip how many flag characters there are before
    void quantityAndDate(String text, int skip, int at, String rest) {
        int from = quantity(text, skip, at);
        if (from < 0) return;
        var flag = from < text.length() ? text.charAt(from) : ' ';
        int length = LENGTHS.getOrDefault(flag, 0);
        if (flag == '7') from++;
        else if (length > 0) {
            int dateAt = flag > '1' ? from + 1 : from;
            if (dateAt + length > text.length()) {
                errors.add(Rules.broken("hibc-date", at + from, text.substring(from)));
                return;
            }
            date(flag, text.substring(dateAt, dateAt + length), at + dateAt);
            from = dateAt + length;
        }
        if (from < text.length()) name(rest, text.substring(from), at + from);
    }

    /// 8 is followed by two digits, 9 by five.
    private int quantity(String text, int from, int at) {
        if (from >= text.length()) return from;
        int length = text.charAt(from) == '8' ? 2 : text.charAt(from) == '9' ? 5 : 0;
        if (length == 0) return from;
        int end = from + 1 + length;
        if (end > text.length() || !text.substring(from + 1, end).matches("\\d+")) {
            errors.add(Rules.broken("hibc-quantity", at + from, text.substring(from)));
            return -1;
        }
        fields.add(new Field("quantity", "Quantity", text.substring(from + 1, end), at + from + 1));
        return end;
    }

    /// A lot or serial number.
    void name(String id, String value, int at) {
        if (JOINED.matcher(value).find()) errors.add(Rules.broken("labels-joined", at));
        else if (NAME.matcher(value).matches()) fields.add(new Field(id, title(id), value, at));
        else errors.add(Rules.broken("hibc-name", at, value));
    }

    /// Five digits of year and day, then the lot.
    void julianAndLot(String text, int at) {
        if (text.length() < 5) {
            errors.add(Rules.broken("hibc-date", at, text));
            return;
        }
        date('5', text.substring(0, 5), at);
        if (text.length() > 5) name("lot", text.substring(5), at + 5);
    }

    /// A date as yyyyMMdd.
    void plain(String id, String text, int at) {
        if (text.matches("\\d{8}")
                && day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)))
            fields.add(new Field(id, title(id), text, at));
        else errors.add(Rules.broken("hibc-date", at, text));
    }

    private void date(char flag, String text, int at) {
        var sound = text.matches("\\d+") && sound(flag, text);
        if (sound) fields.add(new Field("expiry", title("expiry"), ordered(flag, text), at));
        else errors.add(Rules.broken("hibc-date", at, text));
    }

    private static boolean sound(char flag, String t) {
        return switch (flag) {
            case '0', '1' -> day(2000 + number(t, 2, 4), number(t, 0, 2), 1);
            case '2' -> day(2000 + number(t, 4, 6), number(t, 0, 2), number(t, 2, 4));
            case '3', '4' ->
                    day(2000 + number(t, 0, 2), number(t, 2, 4), number(t, 4, 6))
                            && (flag == '3' || number(t, 6, 8) < 24);
            default ->
                    number(t, 2, 5) >= 1
                            && number(t, 2, 5) <= Year.of(2000 + number(t, 0, 2)).length()
                            && (flag == '5' || number(t, 5, 7) < 24);
        };
    }

    /// The date as yyMM or yyMMdd, whatever order the label has.
    private static String ordered(char flag, String t) {
        return switch (flag) {
            case '0', '1' -> t.substring(2) + t.substring(0, 2);
            case '2' -> t.substring(4) + t.substring(0, 4);
            case '3', '4' -> t.substring(0, 6);
            default -> {
                var day = LocalDate.ofYearDay(2000 + number(t, 0, 2), number(t, 2, 5));
                yield t.substring(0, 2)
                        + "%02d%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
            }
        };
    }

    private static boolean day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
