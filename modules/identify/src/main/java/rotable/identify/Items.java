// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rotable.identity.Child;
import rotable.identity.OwnId;
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
    /// What stands behind `Z`, which ISO/IEC 15418 leaves to whoever writes it.
    private static final Pattern OWN = Pattern.compile("(?<release>[^/]+)/(?<hash>[0-9a-f]{16})");

    private final Reference reference;
    private final SupplierRules rules;
    private final How how;

    /// @param rules the rules of the day for labels without a format of their own
    Items(Reference reference, SupplierRules rules, How how) {
        this.reference = reference;
        this.rules = rules;
        this.how = how;
    }

    /// What a label names. One that can be read in several ways names what each of them does, but
    /// for items that their parts' serial rules exclude.
    Scan of(Label label) {
        if (label.readings().isEmpty()) return new Scan.Unreadable(why(label));
        if (label instanceof Label.Certain c) return certain(c);
        var scans = label.readings().stream().map(this::of).toList();
        var items = new LinkedHashSet<Child>();
        for (var s : scans) if (s instanceof Scan.Item i) items.addAll(i.candidates());
        return items.isEmpty()
                ? unnamed(scans)
                : among(List.copyOf(items), label.readings().size() < Damaged.MOST);
    }

    /// The depot's own rule decides between items; where it does not, a person does.
    ///
    /// @param all whether no reading was left out
    private Scan among(List<Child> items, boolean all) {
        var left = items.stream().filter(i -> fits(i).orElse(true)).toList();
        if (left.isEmpty()) return new Scan.Item(items, false);
        var decided = left.size() == 1 && items.size() > 1 && fits(left.getFirst()).orElse(false);
        return new Scan.Item(left, decided && all);
    }

    /// Text as it stands, which comes last, before what can't be used.
    private static Scan unnamed(List<Scan> scans) {
        return scans.stream()
                .filter(Scan.Plain.class::isInstance)
                .reduce((a, b) -> b)
                .orElse(scans.getFirst());
    }

    /// What a sound label names. A serial that its part's rule excludes may be a misprint, another
    /// maker's, or what lost separators left: a person says. A maker's own rule has judged it
    /// already.
    private Scan certain(Label.Certain label) {
        var scan = of(label.reading());
        if (label.reading().rule().isPresent() || !(scan instanceof Scan.Item i)) return scan;
        var breaks = i.candidates().stream().noneMatch(c -> fits(c).orElse(true));
        return breaks ? new Scan.Item(i.candidates(), false) : scan;
    }

    private Why why(Label label) {
        if (label.errors().isEmpty()) return new Why.Empty();
        var first = label.errors().getFirst();
        return new Why.LabelWrong(first.text(), first.source());
    }

    private Optional<Boolean> fits(Child item) {
        return rules.fits(item.part(), item.mark(), how.year());
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
        if (number.isEmpty()) return new Scan.Unreadable(new Why.NoPart());
        if (parts.isEmpty()) return new Scan.Unreadable(new Why.PartNotKnown(number));
        var fields = reading.fields().stream().map(Field::id).toList().toString();
        var scan = of(parts, said.get(Name.SERIAL), said.get(Name.LOT), fields);
        return reading.value("Z").flatMap(own -> label(scan, own)).orElse(scan);
    }

    /// A return-to-service label of ours whose unit does not fit GS1 elements.
    private static Optional<Scan> label(Scan scan, String own) {
        var label = OWN.matcher(own);
        if (!label.matches() || !OwnId.valid(OwnId.Kind.RELEASE, label.group("release")))
            return Optional.empty();
        return one(scan)
                .map(
                        unit ->
                                new Scan.ServiceLabel(
                                        unit,
                                        new ReleaseId(label.group("release")),
                                        label.group("hash")));
    }

    private static Optional<UnitId> one(Scan scan) {
        return scan instanceof Scan.Item i && i.candidates().size() == 1
                ? i.candidates().getFirst().asUnit()
                : Optional.empty();
    }

    /// A rule says whose labels it reads; other makers number their parts alike.
    private List<Part> ofMaker(List<Part> parts, Optional<String> maker) {
        return parts.stream()
                .filter(p -> maker.filter(p.id().maker()::equals).isPresent())
                .toList();
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
        return label ? one(scan).<Scan>map(u -> label(u, values)).orElse(scan) : scan;
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
        for (var r : rules.read(text, how.year()))
            if (of(r) instanceof Scan.Item i) items.addAll(i.candidates());
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scan.Item(items.stream().distinct().toList()));
    }
}
