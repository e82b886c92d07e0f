// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.iso15434.Uii;
import rotable.label.Field;
import rotable.label.Nameplate;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.label.Scheme;

/// Labels of distributors that write names and values out: in braces with commas (`{pm:X,qty:2}`),
/// with blanks (`PN:X QTY:2`), or as data identifiers with blanks between them (`PX 1PY Q2`).
public final class NamedValues {
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*:[^{}]*\\}");
    private static final Pattern IDENTIFIER = Pattern.compile("(\\d{0,2}[A-Z])(\\S+)");

    /// What names mean, in lower case.
    private static final Map<String, Name> NAMES =
            Map.ofEntries(
                    Map.entry("mpn", Name.PART),
                    Map.entry("pm", Name.PART),
                    Map.entry("p/n", Name.PART),
                    Map.entry("sn", Name.SERIAL),
                    Map.entry("s/n", Name.SERIAL),
                    Map.entry("serial", Name.SERIAL),
                    Map.entry("mfr", Name.MAKER),
                    Map.entry("lot", Name.LOT),
                    Map.entry("qty", Name.QUANTITY));

    private static final List<String> BLANK_NAMES =
            List.of("pn", "mpn", "qty", "po", "cpo", "mfr", "sn", "s/n", "lot", "p/n", "dc");

    private static final List<String> BLANK_IDENTIFIERS =
            List.of("P", "1P", "Q", "K", "S", "1T", "4L", "10K", "11K", "14K", "9D", "10D", "1V");

    private NamedValues() {}

    /// The names and values of a text, if it is such a label.
    public static Optional<Reading> read(String text, int from) {
        var body = text.substring(from);
        if (body.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) return Optional.empty();
        if (BRACES.matcher(body).matches())
            return Optional.of(reading(braces(body, from), "named-values-in-braces"));
        var pairs = pairs(body, from);
        if (pairs.isPresent()) return Optional.of(reading(pairs.get(), "named-values"));
        return identifiers(body, from);
    }

    private static Reading reading(List<Field> fields, String rule) {
        var said = Nameplate.SILENT;
        for (var f : fields) {
            var name = NAMES.get(f.id().toLowerCase(Locale.ROOT));
            if (name != null && !f.value().isEmpty()) said = said.with(name, f.value());
        }
        for (var f : fields)
            if (f.id().equalsIgnoreCase("pn")) said = said.with(Name.PART, f.value());
        return new Reading(Scheme.SUPPLIER, fields, said, "", Optional.of(rule), List.of());
    }

    private static List<Field> braces(String body, int from) {
        var fields = new ArrayList<Field>();
        int at = 1;
        for (var pair : body.substring(1, body.length() - 1).split(",", -1)) {
            int colon = pair.indexOf(':');
            if (colon > 0)
                fields.add(
                        new Field(
                                pair.substring(0, colon),
                                "",
                                pair.substring(colon + 1),
                                from + at));
            at += pair.length() + 1;
        }
        return fields;
    }

    /// Two names that are used so must be there, or it is text with a colon in it.
    private static Optional<List<Field>> pairs(String body, int from) {
        var fields = new ArrayList<Field>();
        int known = 0;
        int at = 0;
        for (var word : body.split(" ", -1)) {
            int colon = word.indexOf(':');
            if (colon > 0 && !word.startsWith("//", colon + 1)) {
                var name = word.substring(0, colon);
                fields.add(new Field(name, "", word.substring(colon + 1), from + at));
                if (BLANK_NAMES.contains(name.toLowerCase(Locale.ROOT))) known++;
            }
            at += word.length() + 1;
        }
        return known >= 2 ? Optional.of(fields) : Optional.empty();
    }

    /// Each word begins with a data identifier that is used so, no two with the same, and the part
    /// is among them.
    private static Optional<Reading> identifiers(String body, int from) {
        var fields = new ArrayList<Field>();
        int at = 0;
        for (var word : body.split(" ", -1)) {
            var parts = IDENTIFIER.matcher(word);
            if (!parts.matches() || !BLANK_IDENTIFIERS.contains(parts.group(1)))
                return Optional.empty();
            var repeated = fields.stream().anyMatch(f -> f.id().equals(parts.group(1)));
            if (repeated) return Optional.empty();
            fields.add(new Field(parts.group(1), "", parts.group(2), from + at));
            at += word.length() + 1;
        }
        var named = fields.stream().anyMatch(f -> f.id().equals("1P"));
        if (fields.size() < 3 || !named) return Optional.empty();
        return Optional.of(
                new Reading(
                        Scheme.SUPPLIER,
                        fields,
                        Uii.nameplate(fields),
                        "",
                        Optional.of("data-identifiers-with-blanks"),
                        List.of()));
    }
}
