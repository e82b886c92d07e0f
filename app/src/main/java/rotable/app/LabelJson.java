// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.List;
import rotable.identify.Addresses;
import rotable.label.Field;
import rotable.label.Label;
import rotable.label.LabelError;
import rotable.label.Nameplate;
import rotable.label.Reading;
import rotable.label.Symbology;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a label says as one line of JSON; `docs/identify.md` describes it.
final class LabelJson {
    private static final JsonMapper JSON = new JsonMapper();

    private LabelJson() {}

    static String line(Label label) {
        var line = JSON.createObjectNode();
        line.put("valid", label.errors().isEmpty());
        line.put("scheme", LabelText.scheme(label).code());
        line.put("confidence", LabelText.confidence(label));
        Symbology.of(label.payload().text())
                .ifPresent(s -> line.put("symbology", s.name()).put("aim", s.aim()));
        // What is only one of several readings stands among the readings alone.
        var said = label instanceof Label.Certain c ? c.reading() : Reading.plain("");
        put(line, said);
        line.set("readings", readings(label.readings()));
        line.set("errors", errors(label.errors()));
        return JSON.writeValueAsString(line);
    }

    private static void put(ObjectNode node, Reading reading) {
        node.set("fields", fields(reading.fields()));
        node.set("unit", unit(reading.nameplate()));
        if (!reading.text().isEmpty()) node.put("text", reading.text());
        reading.rule().ifPresent(r -> node.put("rule", r));
        Addresses.of(reading).ifPresent(a -> node.put("digitalLink", a));
        if (reading.notes().isEmpty()) return;
        var notes = node.putArray("notes");
        for (var n : reading.notes()) notes.addObject().put("code", n.code()).put("text", n.text());
    }

    /// The fields by identifier; one that stands there twice is listed.
    private static ObjectNode fields(List<Field> fields) {
        var node = JSON.createObjectNode();
        for (var f : fields) {
            var before = node.get(f.id());
            if (before == null) node.put(f.id(), f.value());
            else if (before instanceof ArrayNode list) list.add(f.value());
            else if (!before.asString().equals(f.value()))
                node.set(f.id(), JSON.createArrayNode().add(before.asString()).add(f.value()));
        }
        return node;
    }

    private static ObjectNode unit(Nameplate nameplate) {
        var node = JSON.createObjectNode();
        nameplate.values().forEach((name, value) -> node.put(name.code(), value));
        return node;
    }

    private static ArrayNode readings(List<Reading> readings) {
        var list = JSON.createArrayNode();
        for (var r : readings) {
            var node = list.addObject().put("scheme", r.scheme().code());
            put(node, r);
            var titles = node.putObject("titles");
            for (var f : r.fields()) if (!f.title().isEmpty()) titles.put(f.id(), f.title());
        }
        return list;
    }

    private static ArrayNode errors(List<LabelError> errors) {
        var list = JSON.createArrayNode();
        for (var e : errors)
            list.addObject()
                    .put("code", e.code())
                    .put("at", e.at())
                    .put("text", e.text())
                    .put("source", e.source());
        return list;
    }
}
