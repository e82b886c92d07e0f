// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.hibc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rotable.checkdigit.Mod43;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Rules;

/// Takes the supplier label of ANSI/HIBC 2 apart: `+`, the primary data (labeler, product, unit of
/// measure), the secondary data (dates, quantity, lot or serial), or both with `/` between and
/// supplements after them; at the end the check character of all that is before it. Secondary data
/// alone have the primary's check character before their own, as the link.
public final class SupplierLabel {
    private static final Pattern PRIMARY =
            Pattern.compile("([A-Z][0-9A-Z]{3})([0-9A-Z]{1,18})([0-9])");
    private static final Pattern LOOK =
            Pattern.compile(
                    "\\+(\\$|\\d{5}|[A-Z][0-9A-Z]{3}[0-9A-Z]{1,18}\\d?(/|.?$))[0-9A-Z. $/+%-]*");

    private final List<Field> fields = new ArrayList<>();
    private final List<LabelError> errors = new ArrayList<>();
    private final DateField dates = new DateField(fields, errors);

    private SupplierLabel() {}

    /// What was read, and what is wrong with it.
    public record Read(List<Field> fields, List<LabelError> errors) {
        public Read {
            fields = List.copyOf(fields);
            errors = List.copyOf(errors);
        }
    }

    /// Whether a text may be one: a plus sign, and what primary or secondary data begin with.
    public static boolean looksLike(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && around(text.charAt(start))) start++;
        while (end > start && around(text.charAt(end - 1))) end--;
        return LOOK.matcher(text.substring(start, end)).matches();
    }

    /// Takes a label apart. Blanks around it, and the asterisks of its caption, are passed over,
    /// but for a blank that is the check character.
    ///
    /// @param from where it begins, in characters
    public static Read read(String text, int from) {
        var label = new SupplierLabel();
        int start = from;
        int end = text.length();
        while (start < end && around(text.charAt(start))) start++;
        while (end > start && around(text.charAt(end - 1)) && !checked(text, start, end)) end--;
        if (end <= start) end = text.length();
        label.label(text.substring(start, end), start);
        return new Read(label.fields, label.errors);
    }

    private static boolean around(char c) {
        return c == ' ' || c == '*';
    }

    private static boolean checked(String text, int from, int to) {
        return Mod43.holds(text.substring(from, to));
    }

    private void label(String text, int from) {
        int outside = Mod43.firstOutside(text);
        if (!text.startsWith("+") || text.length() < 3) error("hibc-flag", from);
        else if (outside >= 0) error("hibc-character", from + outside, text.charAt(outside));
        else if (!Mod43.holds(text)) check(text, from);
        else body(text.substring(1, text.length() - 1), from + 1);
    }

    private void check(String text, int from) {
        int last = text.length() - 1;
        var due = Mod43.of(text.substring(0, last));
        error("hibc-check", from + last, text.charAt(last), due);
    }

    private void error(String rule, int at, Object... arguments) {
        errors.add(Rules.broken(rule, at, arguments));
    }

    private void body(String body, int at) {
        var secondaryAlone = body.charAt(0) == '$' || Character.isDigit(body.charAt(0));
        if (secondaryAlone) {
            int link = body.length() - 1;
            secondary(body.substring(0, link), at);
            fields.add(new Field("link", "Link character", body.substring(link), at + link));
            return;
        }
        var parts = body.split("/", -1);
        primary(parts[0], at);
        int next = at + parts[0].length() + 1;
        for (int i = 1; i < parts.length; i++) {
            if (i == 1 && !supplement(parts[i], next)) secondary(parts[i], next);
            else if (i > 1 && !supplement(parts[i], next)) error("hibc-supplement", next, parts[i]);
            next += parts[i].length() + 1;
        }
    }

    private void primary(String text, int at) {
        var parts = PRIMARY.matcher(text);
        if (!parts.matches()) {
            error("hibc-primary", at, text);
            return;
        }
        fields.add(new Field("lic", "Labeler identification code", parts.group(1), at));
        fields.add(new Field("pcn", "Product or catalogue number", parts.group(2), at + 4));
        int last = at + text.length() - 1;
        fields.add(new Field("um", "Unit of measure", parts.group(3), last));
    }

    private void secondary(String text, int at) {
        if (text.startsWith("$$+")) dates.quantityAndDate(text, 3, at, "serial");
        else if (text.startsWith("$$")) dates.quantityAndDate(text, 2, at, "lot");
        else if (text.startsWith("$+")) dates.name("serial", text.substring(2), at + 2);
        else if (text.startsWith("$")) dates.name("lot", text.substring(1), at + 1);
        else dates.julianAndLot(text, at);
    }

    /// A supplement begins with its data identifier (ANSI/HIBC 2, section 2.3.2.3).
    private boolean supplement(String text, int at) {
        if (text.startsWith("S")) dates.name("serial", text.substring(1), at + 1);
        else if (text.startsWith("16D")) dates.plain("produced", text.substring(3), at + 3);
        else if (text.startsWith("14D")) dates.plain("expiry", text.substring(3), at + 3);
        else if (text.matches("Q\\d{1,5}"))
            fields.add(new Field("quantity", "Quantity", text.substring(1), at + 1));
        else return false;
        return true;
    }
}
