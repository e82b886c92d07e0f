// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Payload;
import rotable.label.Reading;
import rotable.label.Scheme;
import tools.jackson.databind.JsonNode;

/// Vectors that are no rows to read but rules to keep: what scanners send for given data, how a
/// unique item identifier is put together, what keyboard layouts do.
class WrittenElsewhereTest {
    private static final How HOW = How.inYear(2026).withoutCompanions();

    private static Label read(String payload, How how) {
        return new LabelReader(how).read(Payload.of(payload));
    }

    private static Reading certain(String payload) {
        var label = read(payload, HOW.withSeparatorsKept());
        assertTrue(label instanceof Label.Certain, payload + " " + label);
        return label.readings().getFirst();
    }

    private static List<String> fields(Reading reading) {
        return reading.fields().stream().map(f -> f.id() + "=" + f.value()).toList();
    }

    /// Rotable does not send: a row is run backwards, from what is sent to the data. Rows that a
    /// sender must refuse have nothing to read.
    @Test
    void what_is_sent_reads_back_as_the_data() throws Exception {
        int run = 0;
        int skipped = 0;
        for (var row : Vectors.rows("gs1-scandata-encode.jsonl")) {
            if (!Vectors.valid(row)) {
                skipped++;
                continue;
            }
            sent(row.get("expected").get("scan_data").asString(), Vectors.input(row));
            run++;
        }
        System.out.println(
                "gs1-scandata-encode.jsonl {AGREES=" + run + ", SKIPPED=" + skipped + "}");
    }

    private static void sent(String sent, String data) {
        var reading = certain(sent);
        if (!data.contains("^") || data.startsWith("\\")) {
            assertEquals(data.replaceFirst("^\\\\", ""), reading.text());
            return;
        }
        var due = new ArrayList<String>();
        for (var part : data.split("\\|")) {
            if (part.startsWith("^")) {
                var text = part.substring(1).replace('^', '\u001D');
                var how = HOW.withSeparatorsKept().heldTo(Scheme.GS1_ELEMENT_STRING);
                due.addAll(fields(read(text, how).readings().getFirst()));
            } else due.add("01=" + "0".repeat(14 - part.length()) + part);
        }
        assertEquals(due, fields(reading), sent);
    }

    @Test
    void the_unique_item_identifier_is_put_together_by_table_a_ii() throws Exception {
        int run = 0;
        for (var rule : Vectors.tree("mil-std-130-uii-rules.json").get("rules")) {
            var values = new LinkedHashMap<String, String>();
            for (var di : rule.get("dis")) values.put(di.asString(), sample(di.asString()));
            var label = new StringBuilder("[)>\u001E06");
            values.forEach((di, value) -> label.append('\u001D').append(di).append(value));
            var reading = certain(label + "\u001E\u0004");
            assertEquals(
                    due(rule.get("uii").asString(), values),
                    reading.nameplate().get(Name.UII).orElse(""),
                    label.toString());
            run++;
        }
        System.out.println("mil-std-130-uii-rules.json {AGREES=" + run + "}");
    }

    private static String sample(String di) {
        return switch (di) {
            case "17V" -> "0CVA5";
            case "18S" -> "0CVA5786950";
            case "25S" -> "UN0345678671234";
            case "12V" -> "039911102";
            case "18V" -> "LB039911102";
            case "7L" -> "W15BVQ";
            case "1P" -> "1234";
            case "1T" -> "4321";
            case "S" -> "786950";
            case "I" -> "1M8GDM9AXKP042788";
            default -> "0614141";
        };
    }

    private static String due(String rule, Map<String, String> values) {
        var uii = new StringBuilder();
        for (var part : rule.replaceFirst(" \\(.*", "").split(" \\+ ")) {
            var di = part.startsWith("<") ? part.substring(1, part.length() - 1) : "";
            uii.append(di.isEmpty() ? part : values.get(di));
        }
        return uii.toString();
    }

    /// A label typed on each layout is read for what it is, or asked about; never as another.
    @Test
    void what_a_layout_does_to_a_label_is_undone_or_asked_about() throws Exception {
        var labels =
                List.of(
                        "]d20104012345678901\u001D21AZQWYM-47\u001D240PN/1_x",
                        "]d2010401234567890121AZQWYM47",
                        "]d1[)>\u001E06\u001D17V0CVA5\u001D1PZY-1234\u001DSAQ78\u001E\u0004",
                        "]C1011231231231233310ABC123\u001D21YZ7");
        int certain = 0;
        int asked = 0;
        for (var row : Vectors.tree("wedge-keyboard-layouts.json"))
            for (var label : labels) {
                var meant = fields(certain(label));
                var shown = typed(label, row);
                if (shown.isEmpty()) continue;
                var got = read(shown, HOW);
                var said = got.readings().stream().map(WrittenElsewhereTest::fields).toList();
                if (got instanceof Label.Unreadable) continue;
                assertTrue(said.contains(meant), row.get("layout") + " " + shown + " " + got);
                if (got instanceof Label.Certain) certain++;
                else asked++;
            }
        System.out.println("wedge-keyboard-layouts.json certain " + certain + ", asked " + asked);
        assertTrue(certain > 30, "certain " + certain);
    }

    private static String typed(String label, JsonNode row) {
        var map = row.get("map_us_char_to_typed");
        var shown = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c <= ' ') {
                shown.append(c);
                continue;
            }
            var key = map.get(String.valueOf(c));
            if (key == null || key.isNull()) return "";
            shown.append(key.isObject() ? key.get("dead_key").asString() : key.asString());
        }
        return shown.toString();
    }
}
