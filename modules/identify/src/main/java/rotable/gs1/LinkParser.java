// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.label.LabelError;
import rotable.label.Rules;

/// Reads the path and the query of one Digital Link.
final class LinkParser {
    private final String text;
    private final DigitalLink.Leniency leniency;
    private final List<Element> elements = new ArrayList<>();
    private final List<LabelError> errors = new ArrayList<>();

    LinkParser(String text, DigitalLink.Leniency leniency) {
        this.text = text;
        this.leniency = leniency;
    }

    /// @param path where the path begins, with its slash
    /// @param query where the path ends
    /// @param end where the query ends
    Elements read(int path, int query, int end) {
        int key = key(path, query);
        if (key < 0) return Elements.wrong(Rules.broken("uri-no-key", path));
        for (int at = key; at < query && errors.isEmpty(); ) at = pair(at, query);
        int inPath = elements.size();
        if (errors.isEmpty() && !DigitalLink.path(ais()))
            errors.add(Rules.broken("uri-sequence", key, String.join(" ", ais())));
        if (errors.isEmpty() && query < end) query(query + 1, end, inPath);
        return new Elements(elements, errors);
    }

    private List<String> ais() {
        return elements.stream().map(Element::ai).toList();
    }

    /// Where the slash before the primary key stands: the rightmost pair whose name is one. What is
    /// before it belongs to the address, not to the item.
    private int key(int path, int end) {
        int valueAt = text.lastIndexOf('/', end - 1);
        while (valueAt > path) {
            int nameAt = text.lastIndexOf('/', valueAt - 1);
            if (nameAt < path) return -1;
            var found = DigitalLink.named(text.substring(nameAt + 1, valueAt), leniency);
            if (found.isEmpty()) return -1;
            if (found.get().qualifiers().isPresent()) return nameAt;
            valueAt = text.lastIndexOf('/', nameAt - 1);
        }
        return -1;
    }

    /// Reads `/name/value` and says where the next begins.
    private int pair(int at, int end) {
        int slash = text.indexOf('/', at + 1);
        var identifier = DigitalLink.named(text.substring(at + 1, slash), leniency).orElseThrow();
        int next = text.indexOf('/', slash + 1);
        int valueEnd = next < 0 || next > end ? end : next;
        add(identifier, at + 1, slash + 1, valueEnd, false);
        return valueEnd;
    }

    private void add(ApplicationIdentifier identifier, int at, int from, int to, boolean inQuery) {
        if (from >= to) {
            errors.add(Rules.broken("ai-empty", from, identifier.ai()));
            return;
        }
        var value = Percent.decode(text.substring(from, to), inQuery);
        if (value.indexOf(0) >= 0) {
            errors.add(Rules.broken("uri-null", from, identifier.ai()));
            return;
        }
        var whole = padded(identifier.ai(), value, inQuery);
        var element = new Element(identifier, whole, at);
        elements.add(element);
        errors.addAll(element.errors(from));
    }

    private String padded(String ai, String value, boolean inQuery) {
        var shorter = value.length() == 8 || value.length() == 12 || value.length() == 13;
        var pad = ai.equals("01") && shorter && (inQuery || leniency.shortGtins());
        return pad ? "0".repeat(14 - value.length()) + value : value;
    }

    private void query(int from, int end, int inPath) {
        for (int at = from; at < end; ) {
            int and = text.indexOf('&', at);
            int to = and < 0 || and > end ? end : and;
            attribute(at, to, inPath);
            if (!errors.isEmpty()) return;
            at = to + 1;
        }
    }

    /// Reads `name=value`. A name that is not all digits is none of ours and is passed over.
    private void attribute(int from, int to, int inPath) {
        int equals = text.indexOf('=', from);
        if (equals < 0 || equals > to) return;
        var name = text.substring(from, equals);
        if (!name.chars().allMatch(c -> c >= '0' && c <= '9')) return;
        var found = ApplicationIdentifiers.of(name);
        var why = found.map(ai -> forbidden(ai, inPath)).orElse(Optional.of("ai-unknown"));
        if (why.isPresent()) errors.add(Rules.broken(why.get(), from, name));
        else found.ifPresent(ai -> add(ai, from, equals + 1, to, true));
    }

    private Optional<String> forbidden(ApplicationIdentifier identifier, int inPath) {
        if (ais().contains(identifier.ai())) return Optional.of("uri-duplicate");
        if (!identifier.attribute()) {
            return Optional.of("uri-not-attribute");
        }
        return belongsInPath(identifier.ai(), inPath)
                ? Optional.of("uri-in-path")
                : Optional.empty();
    }

    private boolean belongsInPath(String ai, int inPath) {
        for (int i = 1; i <= inPath; i++) {
            var path = new ArrayList<>(ais().subList(0, inPath));
            path.add(i, ai);
            if (DigitalLink.path(path)) return true;
        }
        return false;
    }
}
