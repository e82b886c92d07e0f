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
    /// Days that data identifiers and text elements tell, and how many digits each has (ASC
    /// MH10.8.2; ATA SPEC 2000, chapter 9).
    private static final Map<String, Integer> DAYS =
            Map.of("14D", 8, "16D", 8, "15D", 6, "17D", 6, "EXP", 8, "DMF", 8);

    private static final Map<String, Name> HIBC_NAMES =
            Map.of("lic", Name.MAKER, "pcn", Name.PART, "lot", Name.LOT, "serial", Name.SERIAL);

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
        if (errors.isEmpty()) errors.addAll(joined(read.elements()));
        if (!errors.isEmpty()) return Attempt.failed(scheme, errors);
        var fields =
                read.elements().stream()
                        .map(e -> new Field(e.ai(), e.identifier().title(), e.value(), e.at()))
                        .toList();
        return Attempt.read(Reading.of(scheme, fields, gs1Nameplate(fields)));
    }

    /// Data that end in the label's own trade item number: the label was sent again behind itself.
    private static List<LabelError> joined(List<Element> elements) {
        var errors = new ArrayList<LabelError>();
        for (var item : elements)
            for (var e : elements)
                if (item.ai().equals("01")
                        && e.at() != item.at()
                        && e.value().endsWith("01" + item.value()))
                    errors.add(Rules.broken("labels-joined", e.at()));
        return errors;
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
                .with(Name.QUANTITY, quantity(fields, "30").or(() -> quantity(fields, "37")))
                .with(Name.PRODUCED, date(value(fields, "11")))
                .with(Name.EXPIRES, date(value(fields, "17")));
    }

    private static Optional<String> quantity(List<Field> fields, String id) {
        return value(fields, id).flatMap(Nameplate::quantity);
    }

    private Optional<String> date(Optional<String> short6) {
        return short6.flatMap(d -> Century.full(d, how.year()));
    }

    /// What an identifier says; absent where it says two things.
    private static Optional<String> value(List<Field> fields, String id) {
        Optional<String> found = Optional.empty();
        for (var f : fields) {
            if (!f.id().equals(id)) continue;
            if (found.isPresent() && !found.get().equals(f.value())) return Optional.empty();
            found = Optional.of(f.value());
        }
        return found;
    }

    /// A trade item number of an EAN or UPC symbol; after a bar, the composite component. An add-on
    /// of two or five digits behind thirteen says nothing of the item.
    ///
    /// @param digits how many are due; for 13, UPC-A's twelve without the zero before them will do
    Attempt eanUpc(String text, int from, int digits) {
        int bar = text.indexOf("|]e0", from);
        int end = bar < 0 ? text.length() : bar;
        if (text.startsWith("]E3") && (end - from == digits + 2 || end - from == digits + 5))
            end = from + digits;
        var number = text.substring(from, end);
        var upc = digits == 13 && number.length() == 12 && Linter.CSUM.firstWrong(number) < 0;
        var due = number.length() == digits || upc;
        if (!due || !number.chars().allMatch(c -> c >= '0' && c <= '9'))
            return Attempt.failed(Scheme.EAN_UPC, Rules.broken("ean-digits", from, digits));
        if (Linter.CSUM.firstWrong(number) >= 0)
            return Attempt.failed(Scheme.EAN_UPC, Rules.broken("ean-check", end - 1, number));
        var gtin = "0".repeat(14 - number.length()) + number;
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
        var fields = message.fields();
        var errors = new ArrayList<>(message.errors());
        errors.addAll(Uii.strictErrors(fields));
        if (!errors.isEmpty()) return Attempt.failed(Scheme.ISO15434, errors);
        var notes = new ArrayList<>(Uii.errors(fields).stream().map(Note::of).toList());
        for (var unread : message.unread()) notes.add(Note.of(unread));
        for (var f : fields)
            if (DAYS.containsKey(f.id()) && day(fields, f.id()).isEmpty())
                notes.add(Note.of("data-date", f.id(), f.value()));
        return Attempt.read(Reading.of(Scheme.ISO15434, fields, nameplate(fields)).noted(notes));
    }

    private Optional<String> day(List<Field> fields, String id) {
        return date(value(fields, id).filter(d -> d.length() == DAYS.getOrDefault(id, 0)));
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
                .with(Name.EXPIRES, day(fields, "15D").or(() -> day(fields, "14D")))
                .with(Name.EXPIRES, day(fields, "EXP"))
                .with(Name.PRODUCED, day(fields, "DMF"))
                .with(Name.PRODUCED, day(fields, "16D").or(() -> day(fields, "17D")))
                .with(
                        Name.EXPIRES,
                        date(value(fields, "D").filter(d -> value(fields, "9N").isPresent())));
    }

    Attempt hibc(String text, int from) {
        var read = SupplierLabel.read(text, from);
        var errors = new ArrayList<>(read.errors());
        if (errors.isEmpty()) errors.addAll(repeats(read.fields()));
        if (!errors.isEmpty()) return Attempt.failed(Scheme.HIBC, errors);
        var said = Nameplate.SILENT;
        for (var f : read.fields()) {
            var name = HIBC_NAMES.get(f.id());
            if (name != null && !f.value().isEmpty()) said = said.with(name, f.value());
        }
        said = said.with(Name.QUANTITY, quantity(read.fields(), "quantity"));
        said =
                said.with(Name.PRODUCED, date(value(read.fields(), "produced")))
                        .with(Name.EXPIRES, date(value(read.fields(), "expiry")));
        return Attempt.read(Reading.of(Scheme.HIBC, read.fields(), said));
    }

    /// Lots, serials and days that stand there twice and differ; a month and a day of it agree.
    private List<LabelError> repeats(List<Field> fields) {
        var errors = new ArrayList<LabelError>();
        for (int i = 0; i < fields.size(); i++)
            for (int j = 0; j < i; j++) {
                var a = fields.get(j);
                var b = fields.get(i);
                if (a.id().equals(b.id()) && !agree(a.value(), b.value(), a.id().equals("expiry")))
                    errors.add(Rules.broken("data-repeats", b.at(), b.id(), a.value(), b.value()));
            }
        return errors;
    }

    private boolean agree(String a, String b, boolean days) {
        if (!days) return a.equals(b);
        var first = date(Optional.of(a)).orElse(a);
        var then = date(Optional.of(b)).orElse(b);
        return first.startsWith(then) || then.startsWith(first);
    }
}
