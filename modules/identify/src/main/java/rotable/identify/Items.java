// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rotable.identity.Child;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.label.Field;
import rotable.label.Label;
import rotable.label.Nameplate.Name;
import rotable.label.Reading;
import rotable.label.Scheme;
import rotable.part.Part;
import rotable.reference.Reference;
import rotable.scan.Scan;
import rotable.scan.Scan.Why;

/// Turns what a label says into the depot's items that it can name.
final class Items {
    private Items() {}

    /// What a label names. One that can be read in several ways names what each of them does; the
    /// ways that fit a part's serial rule go before those that don't.
    static Scan of(Label label, Reference reference) {
        if (label.readings().isEmpty()) return new Scan.Unreadable(why(label));
        if (label instanceof Label.Certain c) return of(c.reading(), reference);
        var scans = label.readings().stream().map(r -> of(r, reference)).toList();
        var items = new ArrayList<Child>();
        for (var s : scans) if (s instanceof Scan.Item i) items.addAll(i.candidates());
        var likely = items.stream().filter(i -> fitsRule(i, reference)).distinct().toList();
        // The depot's own rule decides between readings; where it does not, a person does.
        if (!likely.isEmpty()) return new Scan.Item(likely, likely.size() == 1 && items.size() > 1);
        return items.isEmpty()
                ? scans.getFirst()
                : new Scan.Item(items.stream().distinct().toList(), false);
    }

    private static Why why(Label label) {
        if (label.errors().isEmpty()) return new Why.Empty();
        var first = label.errors().getFirst();
        return new Why.LabelWrong(first.text(), first.source());
    }

    private static boolean fitsRule(Child item, Reference reference) {
        return reference
                .part(item.part())
                .flatMap(Part::serialPattern)
                .filter(item.mark()::matches)
                .isPresent();
    }

    private static Scan of(Reading reading, Reference reference) {
        if (reading.scheme() == Scheme.PLAIN)
            return bySerialRule(reading.text().strip(), reference)
                    .orElseGet(() -> new Scan.Plain(reading.text().strip()));
        var values =
                reading.fields().stream()
                        .collect(Collectors.toMap(Field::id, Field::value, (a, b) -> a));
        var gs1 = values.containsKey("01") || values.containsKey("240");
        return gs1 ? ofGs1(values, reference) : ofNameplate(reading, reference);
    }

    private static Scan ofNameplate(Reading reading, Reference reference) {
        var said = reading.nameplate();
        var number = said.get(Name.PART).orElse("");
        var current = said.get(Name.CURRENT_PART).orElse(number);
        var parts = reference.partsNumbered(current);
        if (parts.isEmpty()) parts = reference.partsNumbered(number);
        if (number.isEmpty() || parts.isEmpty())
            return new Scan.Unreadable(new Why.PartNotKnown(number));
        var fields = reading.fields().stream().map(Field::id).toList().toString();
        return of(parts, said.get(Name.SERIAL), said.get(Name.LOT), fields);
    }

    /// By GS1: (01) and (240) name the part, (21) the serial, (10) the lot; (91) and (92) make it a
    /// return-to-service label of ours.
    static Scan ofGs1(Map<String, String> values, Reference reference) {
        var parts = gs1Parts(values, reference);
        var gtin = values.getOrDefault("01", "");
        var number = values.getOrDefault("240", "");
        if (parts.isEmpty()) return unknownPart(gtin, number, reference);
        var scan =
                of(
                        parts,
                        Optional.ofNullable(values.get("21")),
                        Optional.ofNullable(values.get("10")),
                        values.keySet().toString());
        var label = values.containsKey("91") && values.containsKey("92");
        if (label && scan instanceof Scan.Item i && i.candidates().size() == 1)
            return i.candidates().getFirst().asUnit().<Scan>map(u -> label(u, values)).orElse(scan);
        return scan;
    }

    private static Scan label(UnitId unit, Map<String, String> values) {
        return new Scan.ServiceLabel(
                unit, new ReleaseId(values.getOrDefault("91", "")), values.getOrDefault("92", ""));
    }

    private static Scan unknownPart(String gtin, String number, Reference reference) {
        var disagree =
                !reference.partsWithGtin(gtin).isEmpty()
                        && !reference.partsNumbered(number).isEmpty();
        return new Scan.Unreadable(
                disagree
                        ? new Why.PartsDisagree(gtin, number)
                        : new Why.PartNotKnown((number + " " + gtin).strip()));
    }

    private static List<Part> gs1Parts(Map<String, String> values, Reference reference) {
        var gtin = values.get("01");
        var number = values.get("240");
        if (gtin == null) return number == null ? List.of() : reference.partsNumbered(number);
        var byGtin = reference.partsWithGtin(gtin);
        if (number == null) return byGtin;
        if (byGtin.isEmpty()) return reference.partsNumbered(number);
        return byGtin.stream().filter(p -> p.id().number().equals(number)).toList();
    }

    /// By part, serial and lot, as every format gives them.
    static Scan of(List<Part> parts, Optional<String> serial, Optional<String> lot, String fields) {
        var items = parts.stream().flatMap(p -> item(p, serial, lot).stream()).toList();
        if (!items.isEmpty()) return new Scan.Item(items);
        if (parts.size() == 1 && serial.isEmpty() && lot.isEmpty())
            return new Scan.PartOnly(parts.getFirst().id());
        return new Scan.Unreadable(new Why.NoSerial(fields));
    }

    private static Optional<Child> item(Part part, Optional<String> serial, Optional<String> lot) {
        return switch (part.tracking()) {
            case SERIAL -> serial.map(s -> new Child.Serialised(new UnitId(part.id(), s.strip())));
            case LOT -> lot.map(l -> new Child.Lot(part.id(), l.strip()));
            case NONE -> Optional.empty();
        };
    }

    /// By the format rules of the depot's parts: every part whose rule the whole text fits.
    static Optional<Scan> bySerialRule(String text, Reference reference) {
        if (text.length() > 60) return Optional.empty();
        var items =
                reference.parts().values().stream()
                        .filter(p -> p.serialPattern().filter(text::matches).isPresent())
                        .flatMap(p -> item(p, Optional.of(text), Optional.of(text)).stream())
                        .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Scan.Item(items));
    }
}
