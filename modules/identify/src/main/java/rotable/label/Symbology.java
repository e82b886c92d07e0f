// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.label;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The symbol a payload came from, as its AIM identifier tells (ISO/IEC 15424:2008): a bracket, a
/// letter for the symbology, and a modifier.
///
/// @param aim the identifier's three characters
/// @param name the symbology
public record Symbology(String aim, String name, Content content) {
    /// What the symbol's data are by the modifier.
    public enum Content {
        /// FNC1 in first position: a GS1 element string.
        GS1,
        /// A trade item number of 13 digits, and what an add-on symbol says.
        EAN_13,
        /// A trade item number of 8 digits.
        EAN_8,
        /// Interleaved 2 of 5 with a check digit: of 14 digits, a trade item number.
        ITF,
        /// Whatever the label's maker put there.
        DATA,
        /// The same with extended channel interpretations: each backslash is doubled, and a single
        /// one begins an interpretation of six digits.
        DATA_ECI,
        GS1_ECI
    }

    private static final Map<Character, String> NAMES =
            Map.ofEntries(
                    Map.entry('A', "Code 39"),
                    Map.entry('C', "Code 128"),
                    Map.entry('E', "EAN/UPC"),
                    Map.entry('F', "Codabar"),
                    Map.entry('G', "Code 93"),
                    Map.entry('H', "Code 11"),
                    Map.entry('I', "Interleaved 2 of 5"),
                    Map.entry('J', "DotCode"),
                    Map.entry('K', "Code 16K"),
                    Map.entry('L', "PDF417"),
                    Map.entry('M', "MSI"),
                    Map.entry('O', "Codablock"),
                    Map.entry('Q', "QR Code"),
                    Map.entry('R', "Straight 2 of 5"),
                    Map.entry('S', "Straight 2 of 5"),
                    Map.entry('T', "Code 49"),
                    Map.entry('U', "MaxiCode"),
                    Map.entry('X', "other"),
                    Map.entry('Z', "no symbol"),
                    Map.entry('d', "Data Matrix"),
                    Map.entry('e', "GS1 DataBar"),
                    Map.entry('h', "Han Xin"),
                    Map.entry('z', "Aztec"));

    private static final Set<String> GS1 =
            Set.of("]C1", "]d2", "]Q3", "]e0", "]e1", "]e2", "]J1", "]z1", "]h2");

    private static final Set<String> GS1_ECI = Set.of("]d5", "]Q4", "]J4", "]z4");

    private static final Set<String> ECI = Set.of("]d4", "]d6", "]Q2", "]Q6", "]L1", "]z3", "]J3");

    /// The symbology whose identifier a payload begins with.
    public static Optional<Symbology> of(String payload) {
        if (payload.length() < 3 || payload.charAt(0) != ']') return Optional.empty();
        var name = NAMES.get(payload.charAt(1));
        char modifier = payload.charAt(2);
        var sound = modifier < 0x80 && Character.isLetterOrDigit(modifier);
        if (name == null || !sound) return Optional.empty();
        var aim = payload.substring(0, 3);
        return Optional.of(new Symbology(aim, name, content(aim)));
    }

    /// Whether an AIM identifier stands in the middle of data: another label begins there. A
    /// bracket that closes another is none.
    public static boolean within(String data) {
        int open = 0;
        for (int at = 0; at < data.length(); at++) {
            char c = data.charAt(at);
            if (c == '[') open++;
            if (c == ']' && open == 0 && of(data.substring(at)).isPresent()) return true;
            if (c == ']' && open > 0) open--;
        }
        return false;
    }

    private static Content content(String aim) {
        if (aim.equals("]E4")) return Content.EAN_8;
        if (aim.equals("]E0") || aim.equals("]E3")) return Content.EAN_13;
        if (aim.equals("]I1")) return Content.ITF;
        if (GS1.contains(aim)) return Content.GS1;
        if (GS1_ECI.contains(aim)) return Content.GS1_ECI;
        return ECI.contains(aim) ? Content.DATA_ECI : Content.DATA;
    }

    /// Whether the data are a GS1 element string.
    public boolean gs1() {
        return content == Content.GS1 || content == Content.GS1_ECI;
    }

    /// Data as they were before extended channel interpretations were marked in them.
    public String plain(String data) {
        if (content != Content.DATA_ECI && content != Content.GS1_ECI) return data;
        return data.replaceAll("(?<!\\\\)\\\\\\d{6}", "").replace("\\\\", "\\");
    }
}
