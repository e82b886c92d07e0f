// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.iso15434.Uii;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Nameplate;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;
import rotable.label.Unprintable;

/// Labels of distributors that write names and values out: in braces with commas (`{pm:X,qty:2}`),
/// with blanks (`PN:X QTY:2`), or as data identifiers with blanks between them (`PX 1PY Q2`).
public final class NamedValues {
    private static final Pattern BRACES = Pattern.compile("\\{[A-Za-z/]+:[^{}\"]*\\}");
    private static final Pattern SEVERAL = Pattern.compile("(?:\\{[A-Za-z/]+:[^{}\"]*\\}){2,}");
    private static final Pattern NAMED = Pattern.compile("([A-Za-z/]{1,8}):(?!//)(.*)");
    private static final Pattern IDENTIFIER = Pattern.compile("(\\d{0,2}[A-Z])(\\S+)");

    /// A name in the middle of a value: two labels that were run together.
    private static final Pattern NAME_WITHIN =
            Pattern.compile("(?i)(PN|SN|S/N|P/N|QTY|MFR|LOT|PO|DC):");

    /// What a label says besides, and what is no part of a value.
    private static final Pattern ASIDE = Pattern.compile("RoHS|https?://.*");

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

    private static final List<String> USUAL = List.of("P", "1P", "Q", "K");

    private NamedValues() {}

    /// What such a label says.
    ///
    /// @param readings several where a blank may end a value or belong to it
    /// @param errors why there is none
    public record Read(List<Reading> readings, List<LabelError> errors) {
        public Read {
            readings = List.copyOf(readings);
            errors = List.copyOf(errors);
        }

        private static Read of(Reading... readings) {
            return new Read(List.of(readings), List.of());
        }
    }

    /// The names and values of a text, if it is such a label.
    public static Optional<Read> read(String text, int from) {
        var body = text.substring(from);
        if (Unprintable.at(body, 0) >= 0) return Optional.empty();
        if (SEVERAL.matcher(body).matches())
            return Optional.of(new Read(List.of(), List.of(Rules.broken("labels-joined", from))));
        if (BRACES.matcher(body).matches()) return Optional.of(read(List.of(braces(body, from))));
        var cut = pairs(body, from, false);
        var known = cut.stream().filter(f -> BLANK_NAMES.contains(name(f))).count();
        // Two names that are used so must be there, or it is text with a colon in it.
        if (known >= 2) return Optional.of(read(List.of(cut, pairs(body, from, true))));
        return identifiers(body, from)
                .map(r -> usual(r) ? Read.of(r) : Read.of(r, Reading.plain(body)));
    }

    /// Whether a label has only what such labels usually have. A word of a part number may look
    /// like any other field.
    private static boolean usual(Reading reading) {
        return reading.fields().stream().allMatch(f -> USUAL.contains(f.id()));
    }

    private static String name(Field field) {
        return field.id().toLowerCase(Locale.ROOT);
    }

    private static Read read(List<List<Field>> ways) {
        var wrong = ways.stream().flatMap(w -> wrong(w).stream()).distinct().toList();
        if (!wrong.isEmpty()) return new Read(List.of(), wrong);
        return new Read(ways.stream().map(NamedValues::reading).toList(), List.of());
    }

    private static List<LabelError> wrong(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        var before = new HashMap<String, String>();
        for (var f : fields) {
            if (f.value().isEmpty()) continue;
            var named = Optional.ofNullable(NAMES.get(name(f)));
            var meaning = named.map(Name::code).orElse(name(f));
            var said = before.putIfAbsent(meaning, f.value());
            if (said != null && !said.equals(f.value()))
                errors.add(Rules.broken("data-repeats", f.at(), f.id(), said, f.value()));
            if (NAME_WITHIN.matcher(f.value()).find())
                errors.add(Rules.broken("labels-joined", f.at()));
        }
        return errors;
    }

    private static Reading reading(List<Field> fields) {
        var said = Nameplate.SILENT;
        for (var f : fields) {
            var name = NAMES.get(name(f));
            if (name != null && !f.value().isEmpty()) said = said.with(name, f.value());
        }
        for (var f : fields) if (name(f).equals("pn")) said = said.with(Name.PART, f.value());
        return Reading.of(Scheme.SUPPLIER, fields, said);
    }

    /// A piece without a name belongs to the value before it: part numbers have commas in them.
    private static List<Field> braces(String body, int from) {
        var fields = new ArrayList<Field>();
        int at = 1;
        for (var piece : body.substring(1, body.length() - 1).split(",", -1)) {
            var named = NAMED.matcher(piece);
            if (named.matches())
                fields.add(new Field(named.group(1), "", named.group(2), from + at));
            else if (!piece.isEmpty()) longer(fields, "," + piece);
            at += piece.length() + 1;
        }
        return fields;
    }

    /// @param joined whether words without a name belong to the value before them
    private static List<Field> pairs(String body, int from, boolean joined) {
        var fields = new ArrayList<Field>();
        int at = 0;
        for (var word : body.split(" ", -1)) {
            var named = NAMED.matcher(word);
            var aside = word.isEmpty() || ASIDE.matcher(word).matches();
            // `PN: X` is as usual as `PN:X`.
            var due = !fields.isEmpty() && fields.getLast().value().isEmpty();
            if (named.matches())
                fields.add(new Field(named.group(1), "", named.group(2), from + at));
            else if (due && !aside) longer(fields, word);
            else if (joined && !aside) longer(fields, " " + word);
            at += word.length() + 1;
        }
        return fields.stream().map(NamedValues::withoutComma).toList();
    }

    private static Field withoutComma(Field f) {
        return new Field(f.id(), f.title(), f.value().replaceFirst("[,;]$", ""), f.at());
    }

    private static void longer(List<Field> fields, String more) {
        if (fields.isEmpty()) return;
        var last = fields.removeLast();
        fields.add(new Field(last.id(), last.title(), last.value() + more, last.at()));
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
        return Optional.of(Reading.of(Scheme.SUPPLIER, fields, Uii.nameplate(fields)));
    }
}
