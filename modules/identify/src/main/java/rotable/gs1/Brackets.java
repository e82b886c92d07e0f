// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.label.LabelError;
import rotable.label.Rules;

/// Element strings as people read them: each identifier in brackets, as the human readable
/// interpretation prints them (General Specifications, section 4.14). A bracket that is data has a
/// backslash before it.
public final class Brackets {
    private Brackets() {}

    /// Takes bracketed text apart.
    ///
    /// @param unknown whether identifiers that the standard does not know are passed over
    public static Elements parse(String text, int from, boolean unknown) {
        if (from >= text.length()) return Elements.wrong(Rules.broken("gs1-nothing", from));
        var elements = new ArrayList<Element>();
        var errors = new ArrayList<LabelError>();
        for (int at = from; at >= 0 && at < text.length(); )
            at = one(text, at, unknown, elements, errors);
        return new Elements(elements, errors);
    }

    private static int one(
            String text, int at, boolean unknown, List<Element> elements, List<LabelError> errors) {
        if (text.charAt(at) != '(') return stop(errors, "bracket-missing", at);
        int close = text.indexOf(')', at);
        if (close < 0) return stop(errors, "bracket-open", at);
        var digits = text.substring(at + 1, close);
        var found = ApplicationIdentifiers.of(digits).or(() -> invented(digits, unknown));
        if (found.isEmpty()) {
            errors.add(Rules.broken("ai-unknown", at + 1, digits));
            return -1;
        }
        var value = new StringBuilder();
        int end = value(text, close + 1, value);
        var element = new Element(found.get(), value.toString(), at + 1);
        elements.add(element);
        errors.addAll(element.errors(close + 1));
        return end;
    }

    private static int stop(List<LabelError> errors, String rule, int at) {
        errors.add(Rules.broken(rule, at));
        return -1;
    }

    /// Collects the data up to the next bracket that is none of it.
    private static int value(String text, int from, StringBuilder value) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '(') {
            var escaped = text.charAt(at) == '\\' && text.startsWith("(", at + 1);
            if (escaped) at++;
            // Some put a separator before the next bracket, where the bracket says enough.
            var last = at + 1 == text.length() || text.charAt(at + 1) == '(';
            if (text.charAt(at) != ElementString.GS || !last) value.append(text.charAt(at));
            at++;
        }
        return at;
    }

    private static Optional<ApplicationIdentifier> invented(String digits, boolean unknown) {
        if (!unknown || !digits.matches("\\d{2,4}")) return Optional.empty();
        for (var known : ApplicationIdentifiers.all())
            if (known.ai().startsWith(digits) || digits.startsWith(known.ai()))
                return Optional.empty();
        return Optional.of(
                new ApplicationIdentifier(
                        digits,
                        List.of(Component.of("x..90")),
                        false,
                        true,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ""));
    }

    /// The bracketed text of these elements.
    public static String write(List<Element> elements) {
        var text = new StringBuilder();
        for (var e : elements)
            text.append('(').append(e.ai()).append(')').append(e.value().replace("(", "\\("));
        return text.toString();
    }
}
