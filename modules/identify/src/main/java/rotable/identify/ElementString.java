// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.LinkedHashMap;
import java.util.Map;
import rotable.scan.Scan.Why;

/// A GS1 element string taken apart (GS1 General Specifications, section 7.8): identifiers of fixed
/// length follow each other, the others end at FNC1, which scanners send as GS.
final class ElementString {
    private static final char GS = 0x1D;

    /// The identifiers this reader knows: digits of fixed length as `n14`, text up to a length as
    /// `x..20`.
    private static final Map<String, String> FORMATS =
            Map.ofEntries(
                    Map.entry("00", "n18"),
                    Map.entry("01", "n14"),
                    Map.entry("02", "n14"),
                    Map.entry("10", "x..20"),
                    Map.entry("11", "n6"),
                    Map.entry("12", "n6"),
                    Map.entry("13", "n6"),
                    Map.entry("15", "n6"),
                    Map.entry("16", "n6"),
                    Map.entry("17", "n6"),
                    Map.entry("20", "n2"),
                    Map.entry("21", "x..20"),
                    Map.entry("22", "x..20"),
                    Map.entry("30", "n..8"),
                    Map.entry("37", "n..8"),
                    Map.entry("240", "x..30"),
                    Map.entry("241", "x..30"),
                    Map.entry("250", "x..30"),
                    Map.entry("251", "x..30"),
                    Map.entry("400", "x..30"),
                    Map.entry("90", "x..30"),
                    Map.entry("91", "x..90"),
                    Map.entry("92", "x..90"),
                    Map.entry("93", "x..90"),
                    Map.entry("94", "x..90"),
                    Map.entry("95", "x..90"),
                    Map.entry("96", "x..90"),
                    Map.entry("97", "x..90"),
                    Map.entry("98", "x..90"),
                    Map.entry("99", "x..90"));

    private ElementString() {}

    /// The elements, or why the string is none.
    sealed interface Parsed {
        record Elements(Map<String, String> values) implements Parsed {}

        record Bad(Why why) implements Parsed {}
    }

    /// Takes an element string apart.
    ///
    /// @param text the data after the AIM identifier; a leading FNC1 is passed over
    static Parsed parse(String text) {
        var values = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == GS) {
                at++;
                continue;
            }
            var ai = identifier(text, at);
            var format = FORMATS.get(ai);
            if (format == null) return new Parsed.Bad(new Why.UnknownIdentifier(ai, at));
            int start = at + ai.length();
            int end = end(text, start, format);
            var value = text.substring(start, end);
            var wrong = Element.check(ai, format, value);
            if (wrong.isPresent()) return new Parsed.Bad(wrong.get());
            values.put(ai, value);
            at = end;
        }
        return new Parsed.Elements(values);
    }

    private static String identifier(String text, int at) {
        for (int length = 2; length <= 3; length++) {
            if (at + length > text.length()) break;
            var ai = text.substring(at, at + length);
            if (FORMATS.containsKey(ai)) return ai;
        }
        return text.substring(at, Math.min(at + 2, text.length()));
    }

    private static int end(String text, int start, String format) {
        int gs = text.indexOf(GS, start);
        int limit = gs < 0 ? text.length() : gs;
        if (format.contains("..")) return limit;
        return Math.min(limit, start + Integer.parseInt(format.substring(1)));
    }
}
