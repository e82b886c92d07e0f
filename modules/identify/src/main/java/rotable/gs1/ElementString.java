// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.List;
import rotable.label.LabelError;
import rotable.label.Rules;

/// A GS1 element string (General Specifications, section 7.8): identifiers with their data, one
/// after another. After data whose length is not predefined stands FNC1, which scanners send as GS.
public final class ElementString {
    /// FNC1 as scanners send it.
    public static final char GS = 0x1D;

    private ElementString() {}

    /// Takes an element string apart.
    ///
    /// @param text what follows the AIM identifier; FNC1 in first position may be there
    /// @param from where it begins in that text, in characters
    public static Elements parse(String text, int from) {
        int at = from < text.length() && text.charAt(from) == GS ? from + 1 : from;
        if (at >= text.length()) return Elements.wrong(Rules.broken("gs1-nothing", from));
        var elements = new ArrayList<Element>();
        var errors = new ArrayList<LabelError>();
        while (at < text.length() && at >= 0) at = one(text, at, elements, errors);
        return new Elements(elements, errors);
    }

    /// Reads one element and says where the next begins; -1 when that can't be known.
    private static int one(String text, int at, List<Element> elements, List<LabelError> errors) {
        var found = ApplicationIdentifiers.at(text, at);
        if (found.isEmpty()) {
            var digits = text.substring(at, Math.min(at + 4, text.length()));
            errors.add(Rules.broken("ai-unknown", at, digits));
            return -1;
        }
        var identifier = found.get();
        int start = at + identifier.ai().length();
        int separator = text.indexOf(GS, start);
        int limit = separator < 0 ? text.length() : separator;
        int end = Math.min(limit, start + identifier.most());
        var element = new Element(identifier, text.substring(start, end), at);
        elements.add(element);
        errors.addAll(element.errors(start));
        if (!identifier.fixed() && end < limit) {
            errors.add(Rules.broken("ai-too-long", end, identifier.ai(), identifier.most()));
            return separator < 0 ? -1 : separator + 1;
        }
        return end == separator ? end + 1 : end;
    }

    /// The element string of these elements, without FNC1 in first position.
    public static String write(List<Element> elements) {
        var text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            var e = elements.get(i);
            text.append(e.ai()).append(e.value());
            if (i < elements.size() - 1 && !e.identifier().fixed()) text.append(GS);
        }
        return text.toString();
    }
}
