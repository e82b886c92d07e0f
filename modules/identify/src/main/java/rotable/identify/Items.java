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
import rotable.supplier.SupplierRules;

/// Turns what a label says into the depot's items that it can name.
final class Items {
    private final Reference reference;
    private final SupplierRules rules;
    private final int year;

    /// @param rules the rules of the day for labels without a format of their own
    /// @param year the year of reading
    Items(Reference reference, SupplierRules rules, int year) {
        this.reference = reference;
        this.rules = rules;
        this.year = year;
    }

    /// What a label names. One that can be read in several ways names what each of them does; the
    /// ways that fit a part's serial rule go before those that don't.
    Scan of(Label label) {
        if (label.readings().isEmpty()) return new Scan.Unreadable(why(label));
        if (label instanceof Label.Certain c) return of(c.reading());
        var scans = label.readings().stream().map(this::of).toList();
        var items = new ArrayList<Child>();
        for (var s : scans) if (s instanceof Scan.Item i) items.addAll(i.candidates());
        var likely = items.stream().filter(this::fitsRule).distinct().toList();
        // The depot's own rule decides between readings; where it does not, a person does.
        if (!likely.isEmpty()) return new Scan.Item(likely, likely.size() == 1 && items.size() > 1);
        return items.isEmpty()
                ? scans.getFirst()
                : new Scan.Item(items.stream().distinct().toList(), false);
    }

    private Why why(Label label) {
        if (label.errors().isEmpty()) return new Why.Empty();
        var first = label.errors().getFirst();
        return new Why.LabelWrong(first.text(), first.source());
    }

    private boolean fitsRule(Child item) {
        return reference
                .part(item.part())
                .flatMap(Part::serialPattern)
                .filter(item.mark()::matches)
                .isPresent();
    }

    private Scan of(Reading reading) {
        if (reading.scheme() == Scheme.PLAIN) {
            var text = reading.text().strip();
            return ofRules(text).orElseGet(() -> new Scan.Plain(text));
        }
        var values =
                reading.fields().stream()
                        .collect(Collectors.toMap(Field::id, Field::value, (a, b) -> a));
        var gs1 = values.containsKey("01") || values.containsKey("240");
        return gs1 ? ofGs1(values) : ofNameplate(reading);
    }

    private Scan ofNameplate(Reading reading) {
        var said = reading.nameplate();
        var number = said.get(Name.PART).orElse("");
        var current = said.get(Name.CURRENT_PART).orElse(number);
        var parts = reference.partsNumbered(current);
        if (parts.isEmpty()) parts = reference.partsNumbered(number);
        if (reading.rule().isPresent()) parts = ofMaker(parts, said.get(Name.MAKER));
        if (number.isEmpty() || parts.isEmpty())
            return new Scan.Unreadable(new Why.PartNotKnown(number));
        var fields = reading.fields().stream().map(Field::id).toList().toString();
        return of(parts, said.get(Name.SERIAL), said.get(Name.LOT), fields);
    }

    /// A rule says whose labels it reads; other makers number their parts alike.
    private List<Part> ofMaker(List<Part> parts, Optional<String> maker) {
        var own = parts.stream().filter(p -> maker.filter(p.id().maker()::equals).isPresent());
        var list = own.toList();
        return list.isEmpty() ? parts : list;
    }

    /// By GS1: (01) and (240) name the part, (21) the serial, (10) the lot; (91) and (92) make it a
    /// return-to-service label of ours.
    Scan ofGs1(Map<String, String> values) {
        var parts = gs1Parts(values);
        var gtin = values.getOrDefault("01", "");
        var number = values.getOrDefault("240", "");
        if (parts.isEmpty()) return unknownPart(gtin, number);
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

    private Scan label(UnitId unit, Map<String, String> values) {
        return new Scan.ServiceLabel(
                unit, new ReleaseId(values.getOrDefault("91", "")), values.getOrDefault("92", ""));
    }

    private Scan unknownPart(String gtin, String number) {
        var disagree =
                !reference.partsWithGtin(gtin).isEmpty()
                        && !reference.partsNumbered(number).isEmpty();
        return new Scan.Unreadable(
                disagree
                        ? new Why.PartsDisagree(gtin, number)
                        : new Why.PartNotKnown((number + " " + gtin).strip()));
    }

    private List<Part> gs1Parts(Map<String, String> values) {
        var gtin = values.get("01");
        var number = values.get("240");
        if (gtin == null) return number == null ? List.of() : reference.partsNumbered(number);
        var byGtin = reference.partsWithGtin(gtin);
        if (number == null) return byGtin;
        if (byGtin.isEmpty()) return reference.partsNumbered(number);
        return byGtin.stream().filter(p -> p.id().number().equals(number)).toList();
    }

    /// By part, serial and lot, as every format gives them.
    Scan of(List<Part> parts, Optional<String> serial, Optional<String> lot, String fields) {
        var items = parts.stream().flatMap(p -> item(p, serial, lot).stream()).toList();
        if (!items.isEmpty()) return new Scan.Item(items);
        if (parts.size() == 1 && serial.isEmpty() && lot.isEmpty())
            return new Scan.PartOnly(parts.getFirst().id());
        return new Scan.Unreadable(new Why.NoSerial(fields));
    }

    private Optional<Child> item(Part part, Optional<String> serial, Optional<String> lot) {
        return switch (part.tracking()) {
            case SERIAL -> serial.map(s -> new Child.Serialised(new UnitId(part.id(), s.strip())));
            case LOT -> lot.map(l -> new Child.Lot(part.id(), l.strip()));
            case NONE -> Optional.empty();
        };
    }

    /// By the rules of makers and parts: what each rule says that the whole text fits.
    Optional<Scan> ofRules(String text) {
        var items = new ArrayList<Child>();
        for (var r : rules.read(text, year))
            if (of(r) instanceof Scan.Item i) items.addAll(i.candidates());
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scan.Item(items.stream().distinct().toList()));
    }
}
