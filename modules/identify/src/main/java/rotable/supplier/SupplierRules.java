// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rotable.checkdigit.CheckScheme;
import rotable.format.FormatRule;
import rotable.identity.AsciiCase;
import rotable.identity.PartId;
import rotable.label.Reading;
import rotable.label.Unprintable;
import rotable.part.Part;
import rotable.part.Tracking;
import rotable.reference.Reference;

/// All the rules by which a depot reads labels without a format of their own: those of makers, and
/// the serial rules of its parts. Built once for the reference data of a day; reading takes the
/// same time however many there are.
public final class SupplierRules {
    /// No rules at all.
    public static final SupplierRules NONE = new SupplierRules(List.of());

    private final List<SupplierRule> rules;
    private final Set<String> names;
    private final PatternIndex index;

    private SupplierRules(List<SupplierRule> rules) {
        this.rules = rules;
        this.names = rules.stream().map(r -> r.rule().id()).collect(Collectors.toSet());
        this.index =
                new PatternIndex(
                        rules.stream()
                                .map(r -> ShapeParser.parse(r.rule().pattern()).orElse(ANY_LENGTH))
                                .toList());
    }

    private static final Shape ANY_LENGTH = new Shape(0, Shape.ENDLESS, List.of(), List.of(), 1, 0);

    /// These rules and no others.
    public static SupplierRules of(List<FormatRule> rules) {
        return new SupplierRules(rules.stream().map(SupplierRule::new).toList());
    }

    /// The rules of a depot on a day.
    public static SupplierRules of(Reference reference, LocalDate day) {
        var all = new ArrayList<SupplierRule>();
        for (var rule : reference.formatsOn(day)) ready(rule).ifPresent(all::add);
        for (var part : reference.parts().values())
            serialRule(part).flatMap(SupplierRules::ready).ifPresent(all::add);
        return new SupplierRules(all);
    }

    /// A rule that this version can't use reads nothing. It was published by another that can; the
    /// others are not to suffer from it.
    private static Optional<SupplierRule> ready(FormatRule rule) {
        try {
            var known = rule.check().map(c -> CheckScheme.of(c.scheme()).isPresent()).orElse(true);
            return known ? Optional.of(new SupplierRule(rule)) : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether a mark fits the serial rule of its part; absent where the part has none.
    ///
    /// @param mark the serial, or the lot
    public Optional<Boolean> fits(PartId part, String mark, int year) {
        var name = partRule(part);
        if (!names.contains(name)) return Optional.empty();
        return Optional.of(
                read(mark, year).stream().anyMatch(r -> r.rule().filter(name::equals).isPresent()));
    }

    private static String partRule(PartId part) {
        return "part " + part;
    }

    /// A part's serial rule as a rule whose whole text is the serial, or the lot.
    private static Optional<FormatRule> serialRule(Part part) {
        var group = part.tracking() == Tracking.LOT ? "lot" : "serial";
        if (part.tracking() == Tracking.NONE) return Optional.empty();
        return part.serialPattern().map(p -> rule(part.id(), "(?P<%s>%s)".formatted(group, p)));
    }

    private static FormatRule rule(PartId part, String pattern) {
        return new FormatRule(
                partRule(part),
                true,
                part.maker(),
                Optional.of(part),
                pattern,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    /// Every reading of a text, one for each rule that it fits. Text with characters that can't be
    /// seen is damaged, and no rule is tried on it.
    ///
    /// @param year the year of reading
    public List<Reading> read(String text, int year) {
        if (Unprintable.at(text, 0) >= 0) return List.of();
        var readings = new ArrayList<Reading>();
        for (var form : forms(text)) {
            var candidates = index.candidates(form);
            for (int n = candidates.nextSetBit(0); n >= 0; n = candidates.nextSetBit(n + 1)) {
                var rule = rules.get(n);
                if (rule.normalised(text).equals(form))
                    rule.read(text, year).ifPresent(readings::add);
            }
        }
        return readings;
    }

    /// The texts that normalisation can make of this one. A rule is looked up by the one that it
    /// makes.
    private static List<String> forms(String text) {
        var upper = AsciiCase.upper(text);
        return List.of(text, upper).stream()
                .flatMap(t -> List.of(t, t.replace(" ", "")).stream())
                .flatMap(t -> List.of(t, t.replace("-", "")).stream())
                .distinct()
                .toList();
    }
}
