// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One thing of reference data from a row of a table, by the columns that JSON has as members.
public final class ReferenceRow {
    /// The lists whose items can be rows of a table, with the columns that hold several values
    /// (split at `;`) or yes and no.
    public static final List<String> TABLES =
            List.of(
                    "benches",
                    "codes",
                    "equipment",
                    "outOfTolerance",
                    "parts",
                    "formats",
                    "people",
                    "shelfLives",
                    "entryPolicies");

    private static final List<String> MANY =
            List.of("roles", "affects", "normalise", "countries", "matches", "mismatches");
    private static final List<String> FLAGS =
            List.of("active", "ownRelease", "scanOnly", "transpositions");

    /// Lists whose flags mean something where they are left out.
    private static final List<String> WITH_DEFAULTS = List.of("formats", "entryPolicies");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReferenceRow() {}

    /// The item of a row. Empty cells are absent. Positions are written
    /// `A1=ACME/PWR-BD|ACME/PWR-BD2;A2=…`, qualifications `REPAIR:*:2030-12-31;TEST:…`.
    ///
    /// @throws BadEntry when the row can't be read
    public static ReferenceItem.Published of(String list, Map<String, String> cells) {
        var node = MAPPER.createObjectNode();
        cells.forEach(
                (column, text) -> {
                    if (!text.isBlank()) cell(node, column, text.strip());
                });
        for (var flag : FLAGS)
            if (cells.containsKey(flag) && !node.has(flag) && !WITH_DEFAULTS.contains(list))
                throw new BadEntry(flag + ": yes or no is missing");
        if (list.equals("parts")) node.withArray("positions");
        if (list.equals("people")) node.withArray("qualifications");
        return ReferenceItem.of(list, node);
    }

    private static void cell(ObjectNode node, String column, String text) {
        if (MANY.contains(column)) {
            var values = node.withArray(column);
            for (var v : text.split(";")) values.add(v.strip());
        } else if (FLAGS.contains(column)) node.put(column, flag(column, text));
        else if (column.equals("check")) check(node, text);
        else if (column.equals("positions")) positions(node, text);
        else if (column.equals("qualifications")) qualifications(node, text);
        else node.put(column, text);
    }

    private static boolean flag(String column, String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw new BadEntry(column + ": " + text + " is neither yes nor no");
        };
    }

    /// A scheme, or a scheme with the groups it is taken over: `luhn`, `mod43:maker+serial`.
    private static void check(ObjectNode node, String text) {
        var sides = text.split(":", 2);
        var over = node.putObject("check").put("scheme", sides[0].strip()).putArray("over");
        if (sides.length > 1) for (var group : sides[1].split("\\+")) over.add(group.strip());
    }

    private static void positions(ObjectNode node, String text) {
        var list = node.withArray("positions");
        for (var position : text.split(";")) {
            var sides = position.strip().split("=", 2);
            if (sides.length < 2)
                throw new BadEntry("positions: " + position + " is not like A1=MAKER/PART");
            var accepts = list.addObject().put("id", sides[0].strip()).putArray("accepts");
            for (var part : sides[1].split("\\|")) accepts.add(part.strip());
        }
    }

    private static void qualifications(ObjectNode node, String text) {
        var list = node.withArray("qualifications");
        for (var qualification : text.split(";")) {
            var words = qualification.strip().split(":", 3);
            if (words.length < 3)
                throw new BadEntry(
                        "qualifications: " + qualification + " is not like REPAIR:*:2030-12-31");
            list.addObject().put("process", words[0]).put("part", words[1]).put("until", words[2]);
        }
    }
}
