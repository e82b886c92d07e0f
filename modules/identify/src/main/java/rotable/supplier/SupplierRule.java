// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.checkdigit.CheckScheme;
import rotable.format.FormatRule;
import rotable.format.FormatRule.Normalisation;
import rotable.identity.AsciiCase;
import rotable.label.Field;
import rotable.label.Nameplate;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.label.Scheme;

/// A format rule ready to read. The pattern is run in time that grows with the text and with
/// nothing else (RE2), whatever a label holds.
final class SupplierRule {
    private final FormatRule rule;
    private final Pattern pattern;

    /// @throws com.google.re2j.PatternSyntaxException when the pattern can't be read
    SupplierRule(FormatRule rule) {
        this.rule = rule;
        this.pattern = Pattern.compile(rule.pattern());
    }

    FormatRule rule() {
        return rule;
    }

    /// The named groups of the pattern.
    List<String> groups() {
        return List.copyOf(pattern.namedGroups().keySet());
    }

    /// The text as the pattern sees it.
    String normalised(String text) {
        var now = text;
        for (var n : rule.normalise())
            now =
                    switch (n) {
                        case UPPER_CASE -> AsciiCase.upper(now);
                        case NO_BLANKS -> now.replace(" ", "");
                        case NO_HYPHENS -> now.replace("-", "");
                        case NO_LEADING_ZEROS -> now;
                    };
        return now;
    }

    /// What the text says by this rule.
    ///
    /// @param year the year of reading
    /// @return absent when the text does not fit, names neither serial nor lot, or its check digit,
    ///   date or country is wrong
    Optional<Reading> read(String text, int year) {
        var seen = normalised(text);
        var match = pattern.matcher(seen);
        if (!match.matches() || !checks(match, seen)) return Optional.empty();
        var produced =
                group(match, "date")
                        .flatMap(d -> DateCode.day(d, rule.dateCode().orElse(""), year));
        if (rule.dateCode().isPresent() && group(match, "date").isPresent() && produced.isEmpty())
            return Optional.empty();
        var said = said(match).with(Name.PRODUCED, produced);
        if (said.get(Name.SERIAL).isEmpty() && said.get(Name.LOT).isEmpty())
            return Optional.empty();
        return Optional.of(
                new Reading(
                        Scheme.SUPPLIER,
                        fields(match),
                        said,
                        "",
                        Optional.of(rule.id()),
                        List.of()));
    }

    private Nameplate said(Matcher match) {
        return Nameplate.SILENT
                .with(Name.MAKER, rule.maker())
                .with(Name.PART, group(match, "part").or(() -> rule.part().map(p -> p.number())))
                .with(Name.SERIAL, group(match, "serial").map(this::serial))
                .with(Name.LOT, group(match, "lot"));
    }

    private String serial(String serial) {
        if (!rule.normalise().contains(Normalisation.NO_LEADING_ZEROS)) return serial;
        return serial.replaceFirst("^0+(?=.)", "");
    }

    private boolean checks(Matcher match, String seen) {
        var country = group(match, "country");
        if (!rule.countries().isEmpty() && country.filter(rule.countries()::contains).isEmpty())
            return false;
        return rule.check().map(c -> holds(c, match, seen)).orElse(true);
    }

    /// A group that is not there can't be checked.
    private boolean holds(FormatRule.Check check, Matcher match, String seen) {
        var over = new StringBuilder(check.over().isEmpty() ? seen : "");
        for (var g : check.over()) {
            var part = group(match, g);
            if (part.isEmpty()) return false;
            over.append(part.get());
        }
        return CheckScheme.of(check.scheme()).orElseThrow().holds(over.toString());
    }

    private Optional<String> group(Matcher match, String name) {
        if (!pattern.namedGroups().containsKey(name)) return Optional.empty();
        return Optional.ofNullable(match.group(name)).filter(g -> !g.isEmpty());
    }

    private List<Field> fields(Matcher match) {
        var fields = new ArrayList<Field>();
        pattern.namedGroups().keySet().stream()
                .filter(g -> match.group(g) != null)
                .sorted((a, b) -> match.start(a) - match.start(b))
                .forEach(g -> fields.add(new Field(g, "", match.group(g), match.start(g))));
        return fields;
    }
}
