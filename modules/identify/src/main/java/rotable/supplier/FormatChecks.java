// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.supplier;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.checkdigit.CheckScheme;
import rotable.format.FormatJudge;
import rotable.format.FormatRule;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;

/// Judges format rules before they are published.
public final class FormatChecks implements FormatJudge {
    private static final int LONGEST_PATTERN = 400;
    private static final int LARGEST_PROGRAM = 4000;
    private static final String UNMEASURED =
            "has a construct whose length can't be told; write it with characters, [classes],"
                    + " groups and repeats";

    private static final List<String> GROUPS =
            List.of("serial", "lot", "part", "date", "country", "check");

    private final int year;

    /// @param year the year of publication, for the dates in examples
    public FormatChecks(int year) {
        this.year = year;
    }

    @Override
    public List<String> serialPattern(String pattern) {
        // The whole text is the serial: nothing in it has a name of its own.
        return pattern.contains("(?P<") || pattern.contains("(?<")
                ? List.of("names a group; the whole of it is the serial")
                : pattern(pattern);
    }

    @Override
    public List<String> gtin(String gtin) {
        if (!gtin.matches("\\d{14}")) return List.of("is not 14 digits");
        return CheckScheme.GS1.holds(gtin) ? List.of() : List.of("has a wrong check digit");
    }

    /// Everything that is wrong with a pattern; empty when it may be used.
    List<String> pattern(String pattern) {
        if (pattern.length() > LONGEST_PATTERN)
            return List.of("is longer than %d characters".formatted(LONGEST_PATTERN));
        var shape = ShapeParser.parse(pattern);
        // A repeat without an end inside another is what runs for ever elsewhere; the engine used
        // here would not, but a rule is read by people, and by other programs, too.
        if (shape.filter(s -> s.height() > 1).isPresent())
            return List.of(
                    "could run for ever: a repeat without an end stands inside another; write {1,9}"
                            + " in place of + or *");
        // Measured before it is compiled: repeats of repeats grow without bound.
        if (shape.filter(s -> s.size() > LARGEST_PROGRAM).isPresent())
            return List.of("is too large; repeat less often");
        // A few counted repeats of what can't be measured are enough to fill the memory.
        if (shape.isEmpty() && pattern.chars().filter(c -> c == '{').count() > 1)
            return List.of(UNMEASURED);
        try {
            int size = Pattern.compile(pattern).programSize();
            if (size > LARGEST_PROGRAM) return List.of("is too large; repeat less often");
            return shape.isEmpty() ? List.of(UNMEASURED) : List.of();
        } catch (PatternSyntaxException e) {
            return List.of("is no pattern: %s at %s".formatted(e.getDescription(), e.getPattern()));
        }
    }

    @Override
    public List<String> rule(FormatRule rule) {
        var wrong = new ArrayList<>(withoutExamples(rule));
        if (wrong.isEmpty()) examples(rule, wrong);
        return wrong;
    }

    /// Everything that is wrong with a rule but its examples.
    public List<String> withoutExamples(FormatRule rule) {
        var wrong = new ArrayList<String>();
        if (!rule.id().matches("[A-Z0-9][A-Z0-9.-]{0,39}"))
            wrong.add("the name has other characters than A–Z, 0–9, . and -");
        pattern(rule.pattern()).forEach(why -> wrong.add("the pattern " + why));
        if (!wrong.isEmpty()) return wrong;
        var ready = new SupplierRule(rule);
        groups(ready, wrong);
        rule.check()
                .filter(c -> CheckScheme.of(c.scheme()).isEmpty())
                .ifPresent(c -> wrong.add("no check digit is called " + c.scheme()));
        rule.dateCode()
                .filter(d -> !DateCode.sound(d))
                .ifPresent(d -> wrong.add(d + " is no form of a date, such as YYWW"));
        return wrong;
    }

    private static void groups(SupplierRule ready, List<String> wrong) {
        var rule = ready.rule();
        var groups = ready.groups();
        if (!groups.contains("serial") && !groups.contains("lot"))
            wrong.add("the pattern has no group called serial or lot: (?P<serial>…)");
        if (rule.part().isEmpty() && !groups.contains("part"))
            wrong.add("it names no part, and the pattern has no group called part");
        for (var g : groups) if (!GROUPS.contains(g)) wrong.add("no group can be called " + g);
        for (var g : rule.check().map(FormatRule.Check::over).orElse(List.of()))
            if (!groups.contains(g)) wrong.add("the check digit is taken over " + g + ", no group");
        if (!rule.countries().isEmpty() && !groups.contains("country"))
            wrong.add("countries are listed, and the pattern has no group called country");
        if (rule.dateCode().isPresent() && !groups.contains("date"))
            wrong.add("a date code is given, and the pattern has no group called date");
    }

    private void examples(FormatRule rule, List<String> wrong) {
        if (rule.matches().isEmpty()) wrong.add("no example says what it must read");
        // By the way of a scan: found in the index first, then read.
        var found = SupplierRules.of(List.of(rule));
        for (var text : rule.matches())
            if (found.read(text, year).isEmpty()) wrong.add(text + " must be read and is not");
        for (var text : rule.mismatches())
            if (!found.read(text, year).isEmpty()) wrong.add(text + " must not be read and is");
    }

    @Override
    public List<String> collisions(FormatRule rule, List<String> serials) {
        var ready = new SupplierRule(rule);
        var known = new HashSet<>(serials);
        var byReading = new HashMap<String, String>();
        var wrong = new ArrayList<String>();
        for (var serial : serials) {
            var read = ready.read(serial, year).flatMap(FormatChecks::serial);
            if (read.isEmpty()) continue;
            var before = byReading.putIfAbsent(read.get(), serial);
            if (before != null)
                wrong.add(
                        "the known units %s and %s would both be read as %s"
                                .formatted(before, serial, read.get()));
            else if (!read.get().equals(serial) && !both(ready, known, read.get()))
                wrong.add(
                        (known.contains(read.get())
                                        ? "the known unit %s would be read as the known unit %s"
                                        : "the known unit %s would be read as %s")
                                .formatted(serial, read.get()));
        }
        return wrong.size() > 20 ? wrong.subList(0, 20) : wrong;
    }

    /// Whether that reading is a known unit which reads as itself: the two are told together.
    private boolean both(SupplierRule ready, Set<String> known, String read) {
        return known.contains(read)
                && ready.read(read, year)
                        .flatMap(FormatChecks::serial)
                        .filter(read::equals)
                        .isPresent();
    }

    private static Optional<String> serial(Reading reading) {
        return reading.nameplate().get(Name.SERIAL);
    }
}
