// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.gs1.ApplicationIdentifier;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.Brackets;
import rotable.gs1.Companions;
import rotable.gs1.DigitalLink;
import rotable.gs1.Element;
import rotable.gs1.ElementString;
import rotable.gs1.Elements;
import rotable.gs1.Linter;
import rotable.hibc.SupplierLabel;
import rotable.iso15434.Envelope;
import rotable.iso15434.Uii;
import rotable.label.Field;
import rotable.label.LabelError;
import rotable.label.Nameplate;
import rotable.label.Nameplate.Name;
import rotable.label.Note;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;

/// Reads a text as one scheme, all of it or not at all.
final class Readers {
    /// Identifiers whose whole UII stands on the label: if it breaks the standard's rules, so does
    /// the label.
    private static final List<String> UII_MARKS =
            List.of("25S", "18S", "UID", "USN", "UST", "MFR", "CAG", "SPL", "DUN", "EUC");

    private static final Map<String, Name> HIBC_NAMES =
            Map.of(
                    "lic",
                    Name.MAKER,
                    "pcn",
                    Name.PART,
                    "lot",
                    Name.LOT,
                    "serial",
                    Name.SERIAL,
                    "quantity",
                    Name.QUANTITY);

    private static final ApplicationIdentifier GTIN = ApplicationIdentifiers.of("01").orElseThrow();

    private final How how;

    Readers(How how) {
        this.how = how;
    }

    Attempt elementString(String text, int from) {
        return gs1(Scheme.GS1_ELEMENT_STRING, ElementString.parse(text, from));
    }

    Attempt bracketed(String text, int from) {
        return gs1(Scheme.GS1_BRACKETED, Brackets.parse(text, from, how.unknownIdentifiers()));
    }

    Attempt digitalLink(String text, int from) {
        return gs1(Scheme.GS1_DIGITAL_LINK, DigitalLink.parse(text, from, how.links()));
    }

    private Attempt gs1(Scheme scheme, Elements read) {
        var errors = new ArrayList<LabelError>(read.errors());
        if (errors.isEmpty()) errors.addAll(companions(read.elements()));
        if (!errors.isEmpty()) return Attempt.failed(scheme, errors);
        var fields =
                read.elements().stream()
                        .map(e -> new Field(e.ai(), e.identifier().title(), e.value(), e.at()))
                        .toList();
        return Attempt.read(Reading.of(scheme, fields, gs1Nameplate(fields)));
    }

    private List<LabelError> companions(List<Element> elements) {
        return switch (how.companions()) {
            case ALL -> Companions.errors(elements);
            case CONTRADICTIONS -> Companions.contradictions(elements);
            case NONE -> List.of();
        };
    }

    private Nameplate gs1Nameplate(List<Field> fields) {
        var itip = value(fields, "8006").map(v -> v.substring(0, 14));
        return Nameplate.SILENT
                .with(Name.PART, value(fields, "01").or(() -> value(fields, "03")))
                .with(Name.PART, itip.or(() -> value(fields, "8010")))
                .with(Name.PART, value(fields, "240"))
                .with(Name.CURRENT_PART, value(fields, "240"))
                .with(Name.SERIAL, value(fields, "21").or(() -> value(fields, "8011")))
                .with(Name.LOT, value(fields, "10"))
                .with(Name.UII, value(fields, "8004"))
                .with(Name.UII, value(fields, "8003").filter(v -> v.length() > 14))
                .with(Name.QUANTITY, value(fields, "30").or(() -> value(fields, "37")))
                .with(Name.PRODUCED, date(value(fields, "11")))
                .with(Name.EXPIRES, date(value(fields, "17")));
    }

    private Optional<String> date(Optional<String> short6) {
        return short6.flatMap(d -> Century.full(d, how.year()));
    }

    private static Optional<String> value(List<Field> fields, String id) {
        return fields.stream().filter(f -> f.id().equals(id)).map(Field::value).findFirst();
    }

    /// A trade item number of an EAN or UPC symbol; after a bar, the composite component.
    Attempt eanUpc(String text, int from, int digits) {
        int bar = text.indexOf("|]e0", from);
        int end = bar < 0 ? text.length() : bar;
        var number = text.substring(from, end);
        if (number.length() != digits || !number.chars().allMatch(c -> c >= '0' && c <= '9'))
            return Attempt.failed(Scheme.EAN_UPC, Rules.broken("ean-digits", from, digits));
        if (Linter.CSUM.firstWrong(number) >= 0)
            return Attempt.failed(Scheme.EAN_UPC, Rules.broken("ean-check", end - 1, number));
        var gtin = "0".repeat(14 - digits) + number;
        var elements = new ArrayList<>(List.of(new Element(GTIN, gtin, from)));
        if (bar < 0) return gs1(Scheme.EAN_UPC, new Elements(elements, List.of()));
        var composite = ElementString.parse(text, bar + 4);
        elements.addAll(composite.elements());
        return gs1(Scheme.EAN_UPC, new Elements(elements, composite.errors()));
    }

    /// GS1's rules on what stands together are not asked in an envelope: MIL-STD-130N prints
    /// elements there that GS1 wants beside a trade item number (figure 8).
    Attempt iso15434(String text, int from) {
        var message = Envelope.read(text, from);
        var errors = new ArrayList<>(message.errors());
        var broken = Uii.errors(message.fields());
        var marked = message.fields().stream().anyMatch(f -> UII_MARKS.contains(f.id()));
        if (marked) errors.addAll(broken);
        if (!errors.isEmpty()) return Attempt.failed(Scheme.ISO15434, errors);
        var reading = Reading.of(Scheme.ISO15434, message.fields(), nameplate(message.fields()));
        return Attempt.read(reading.noted(broken.stream().map(Note::of).toList()));
    }

    /// In format 05, internal identifier 95 has been used for the enterprise that the asset
    /// identifier 8004 begins with (MIL-STD-130N, figure 8).
    private Nameplate nameplate(List<Field> fields) {
        var uii = Uii.errors(fields).isEmpty() ? Uii.of(fields) : Optional.<String>empty();
        var enterprise =
                value(fields, "95")
                        .filter(
                                e ->
                                        value(fields, "8004")
                                                .filter(v -> v.startsWith(e))
                                                .isPresent());
        var said = gs1Nameplate(fields).with(Name.MAKER, enterprise);
        for (var entry : Uii.nameplate(fields).values().entrySet())
            if (entry.getKey() != Name.UII) said = said.with(entry.getKey(), entry.getValue());
        return said.with(Name.UII, uii)
                .with(Name.EXPIRES, date(value(fields, "15D").or(() -> value(fields, "14D"))))
                .with(Name.PRODUCED, date(value(fields, "16D").or(() -> value(fields, "17D"))))
                .with(
                        Name.EXPIRES,
                        date(value(fields, "D").filter(d -> value(fields, "9N").isPresent())));
    }

    Attempt hibc(String text, int from) {
        var read = SupplierLabel.read(text, from);
        if (!read.errors().isEmpty()) return Attempt.failed(Scheme.HIBC, read.errors());
        var said = Nameplate.SILENT;
        for (var f : read.fields()) {
            var name = HIBC_NAMES.get(f.id());
            if (name != null && !f.value().isEmpty()) said = said.with(name, f.value());
        }
        said =
                said.with(Name.PRODUCED, date(value(read.fields(), "produced")))
                        .with(Name.EXPIRES, date(value(read.fields(), "expiry")));
        return Attempt.read(Reading.of(Scheme.HIBC, read.fields(), said));
    }
}
