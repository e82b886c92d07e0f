// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.ArrayList;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/// Writes JSON in the one form that RFC 8785 allows: members sorted by UTF-16 code units, no
/// blanks, the shortest escapes. Entries hold integers, strings, booleans, arrays and objects only;
/// decimals are strings.
final class CanonicalJson {
    private CanonicalJson() {}

    /// The canonical text.
    ///
    /// @throws IllegalArgumentException when the tree holds a fraction, a null, an integer beyond
    ///   2^53, a control character (C0 or DEL) or half a surrogate pair
    static String of(JsonNode node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) object(node, out);
        else if (node.isArray()) array(node, out);
        else if (node.isString()) string(node.stringValue(), out);
        else if (node.isBoolean()) out.append(node.booleanValue());
        else if (node.isIntegralNumber()) out.append(integer(node));
        else throw new IllegalArgumentException("not allowed in an entry: " + node.getNodeType());
    }

    private static long integer(JsonNode node) {
        if (!node.canConvertToLong() || Math.abs(node.longValue()) > 1L << 53)
            throw new IllegalArgumentException("integer beyond 2^53");
        return node.longValue();
    }

    private static void object(JsonNode node, StringBuilder out) {
        var names = new ArrayList<>(node.propertyNames());
        names.sort(Comparator.naturalOrder());
        char separator = '{';
        for (var name : names) {
            out.append(separator);
            string(name, out);
            out.append(':');
            write(node.get(name), out);
            separator = ',';
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) out.append(',');
            write(node.get(i), out);
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7F)
                throw new IllegalArgumentException("control character in text");
            if (Character.isSurrogate(c)) {
                if (!paired(text, i)) throw new IllegalArgumentException("half a surrogate pair");
                out.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '"' || c == '\\') out.append('\\');
            out.append(c);
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
