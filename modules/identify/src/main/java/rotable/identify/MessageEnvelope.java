// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rotable.part.Part;
import rotable.reference.Reference;
import rotable.scan.Scan;
import rotable.scan.Scan.Why;

/// Reads an ISO/IEC 15434 message: `[)>` RS, a format indicator, GS between the fields, RS, EOT.
/// Formats 05 (GS1 identifiers) and 06 (data identifiers of ASC MH10.8.2).
final class MessageEnvelope {
    private static final String HEAD = "[)>\u001E";
    private static final String GS = "\u001D";
    private static final String RS = "\u001E";

    private MessageEnvelope() {}

    static Scan read(String data, Reference reference) {
        if (!data.startsWith(HEAD) || data.length() < HEAD.length() + 3)
            return new Scan.Unreadable(new Why.EnvelopeDamaged(""));
        var body = data.substring(HEAD.length());
        int end = body.indexOf(RS);
        var message = end < 0 ? body : body.substring(0, end);
        var format = message.substring(0, Math.min(2, message.length()));
        if (end < 0 || message.length() < 3 || message.charAt(2) != GS.charAt(0))
            return new Scan.Unreadable(new Why.EnvelopeDamaged(format));
        var fields = message.substring(3);
        return switch (format) {
            case "05" -> gs1(fields, reference);
            case "06" -> dataIdentifiers(fields, reference);
            default -> new Scan.Unreadable(new Why.EnvelopeDamaged(format));
        };
    }

    private static Scan gs1(String fields, Reference reference) {
        return switch (ElementString.parse(fields)) {
            case ElementString.Parsed.Bad b -> new Scan.Unreadable(b.why());
            case ElementString.Parsed.Elements e -> Items.ofGs1(e.values(), reference);
        };
    }

    /// 1P is the supplier's part number, 17V its CAGE code, S the serial, 1T the lot.
    private static Scan dataIdentifiers(String fields, Reference reference) {
        var values = new LinkedHashMap<String, String>();
        for (var field : fields.split(GS, -1)) {
            var id = field.replaceFirst("^(\\d{0,3}[A-Z]).*$", "$1");
            if (id.length() < field.length()) values.put(id, field.substring(id.length()));
        }
        return item(values, reference);
    }

    private static Scan item(Map<String, String> values, Reference reference) {
        var number = values.getOrDefault("1P", "");
        var parts = number.isEmpty() ? List.<Part>of() : reference.partsNumbered(number);
        if (parts.isEmpty()) return new Scan.Unreadable(new Why.PartNotKnown(number));
        return Items.of(parts, values.get("S"), values.get("1T"), values.keySet().toString());
    }
}
