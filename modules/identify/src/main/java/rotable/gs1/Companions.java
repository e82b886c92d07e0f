// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rotable.label.LabelError;
import rotable.label.Rules;

/// What must, and what may not, stand on one item together (General Specifications, section 4.12,
/// and the associations of the syntax dictionary).
public final class Companions {
    /// The length of a key without its serial component, for keys that a signature must find
    /// serialised.
    private static final Map<String, Integer> UNSERIALISED =
            Map.of("253", 13, "255", 13, "8003", 14);

    private Companions() {}

    /// Every association that these elements break.
    public static List<LabelError> errors(List<Element> elements) {
        var errors = contradictions(elements);
        for (var element : elements) {
            needs(elements, element, errors);
            unserialised(elements, element, errors);
        }
        return errors;
    }

    /// The associations whose breach leaves open which item is meant: different data under one
    /// identifier, and identifiers that may not stand on one item.
    public static List<LabelError> contradictions(List<Element> elements) {
        var errors = new ArrayList<LabelError>();
        for (int i = 0; i < elements.size(); i++) {
            repeats(elements, i, errors);
            excludes(elements, elements.get(i), errors);
        }
        return errors;
    }

    /// An identifier that stands there twice has the same data each time.
    private static void repeats(List<Element> elements, int first, List<LabelError> errors) {
        var element = elements.get(first);
        for (var other : elements.subList(first + 1, elements.size()))
            if (other.ai().equals(element.ai()) && !other.value().equals(element.value())) {
                errors.add(Rules.broken("ai-repeats", other.at(), other.ai()));
                return;
            }
    }

    private static void excludes(List<Element> elements, Element element, List<LabelError> errors) {
        for (var pattern : element.identifier().excludes())
            for (var other : elements)
                if (!other.ai().equals(element.ai()) && fits(other.ai(), pattern)) {
                    errors.add(Rules.broken("ai-excludes", element.at(), element.ai(), other.ai()));
                    return;
                }
    }

    private static void needs(List<Element> elements, Element element, List<LabelError> errors) {
        var alternatives = element.identifier().needs();
        if (alternatives.isEmpty()) return;
        for (var all : alternatives) if (present(elements, element, all)) return;
        var wanted =
                String.join(", ", alternatives.stream().map(a -> String.join("+", a)).toList());
        errors.add(Rules.broken("ai-needs", element.at(), element.ai(), wanted));
    }

    private static boolean present(List<Element> elements, Element besides, List<String> all) {
        return all.stream()
                .allMatch(
                        pattern ->
                                elements.stream()
                                        .map(Element::ai)
                                        .filter(ai -> !ai.equals(besides.ai()))
                                        .anyMatch(ai -> fits(ai, pattern)));
    }

    private static void unserialised(
            List<Element> elements, Element element, List<LabelError> errors) {
        int length = UNSERIALISED.getOrDefault(element.ai(), Integer.MAX_VALUE);
        if (element.value().length() > length || length == Integer.MAX_VALUE) return;
        if (elements.stream().anyMatch(e -> e.ai().equals("8030")))
            errors.add(Rules.broken("ai-unserialised", element.at(), element.ai()));
    }

    private static boolean fits(String ai, String pattern) {
        if (ai.length() != pattern.length()) return false;
        for (int i = 0; i < ai.length(); i++)
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != ai.charAt(i)) return false;
        return true;
    }
}
