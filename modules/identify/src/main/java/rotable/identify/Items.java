// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.identity.Child;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import rotable.part.Part;
import rotable.part.Tracking;
import rotable.reference.Reference;
import rotable.scan.Scan;
import rotable.scan.Scan.Why;

/// Turns the fields of a label into the items it can name.
final class Items {
    private Items() {}

    /// By GS1: (01) and (240) name the part, (21) the serial, (10) the lot; (91) and (92) make it a
    /// return-to-service label of ours.
    static Scan ofGs1(Map<String, String> values, Reference reference) {
        var parts = gs1Parts(values, reference);
        var gtin = values.getOrDefault("01", "");
        var number = values.getOrDefault("240", "");
        if (parts.isEmpty()) return unknownPart(gtin, number, reference);
        var scan = of(parts, values.get("21"), values.get("10"), values.keySet().toString());
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

    /// By part number, serial and lot as an ISO 15434 message gives them.
    static Scan of(
            List<Part> parts,
            @org.jspecify.annotations.Nullable String serial,
            @org.jspecify.annotations.Nullable String lot,
            String fields) {
        var items = parts.stream().flatMap(p -> item(p, serial, lot).stream()).toList();
        if (!items.isEmpty()) return new Scan.Item(items);
        if (parts.size() == 1 && serial == null && lot == null)
            return new Scan.PartOnly(parts.getFirst().id());
        return new Scan.Unreadable(new Why.NoSerial(fields));
    }

    private static Optional<Child> item(
            Part part,
            @org.jspecify.annotations.Nullable String serial,
            @org.jspecify.annotations.Nullable String lot) {
        return switch (part.tracking()) {
            case SERIAL ->
                    Optional.ofNullable(serial)
                            .map(s -> new Child.Serialised(new UnitId(part.id(), s.strip())));
            case LOT -> Optional.ofNullable(lot).map(l -> new Child.Lot(part.id(), l.strip()));
            case NONE -> Optional.empty();
        };
    }

    /// By the format rules of the depot's parts: every part whose rule the whole text fits.
    static Optional<Scan> bySerialRule(String text, Reference reference) {
        if (text.length() > 60) return Optional.empty();
        var items =
                reference.parts().values().stream()
                        .filter(p -> p.serialPattern().filter(text::matches).isPresent())
                        .flatMap(
                                p ->
                                        item(
                                                p,
                                                p.tracking() == Tracking.SERIAL ? text : null,
                                                p.tracking() == Tracking.LOT ? text : null)
                                                .stream())
                        .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Scan.Item(items));
    }
}
