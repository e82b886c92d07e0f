// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.reference.Reference;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What stands on a return-to-service label.
///
/// @param copy 1 for the first; from 2 on it is marked as a reprint
/// @param hash the first 16 hex digits of the record's hash
/// @param training whether it is an exercise and not for service
public record ServiceLabel(
        String organisation,
        String approval,
        String part,
        String gtin,
        String description,
        String revision,
        String serial,
        String order,
        String release,
        int copy,
        String term,
        String date,
        String technician,
        String inspector,
        String releaser,
        String authorisation,
        String criteria,
        String software,
        String limitation,
        String hash,
        boolean training)
        implements Paper {
    private static final String OVERRIDE = "Override";
    private static final String GS1 = "[!-\"%-?A-Z_a-z]";
    private static final Pattern GS1_SERIAL = Pattern.compile(GS1 + "{1,20}");
    private static final Pattern GS1_PART = Pattern.compile(GS1 + "{1,30}");

    /// The label of a unit's release as it stands.
    static ServiceLabel of(Unit unit, Order order, Reference r, int copy, boolean training) {
        var release = order.release().orElseThrow();
        var part = r.part(unit.id().part());
        var releaser = new rotable.identity.PersonId(release.by());
        return new ServiceLabel(
                r.depot().map(d -> d.name()).orElse(""),
                r.depot().map(d -> d.approval()).orElse(""),
                unit.id().part().number(),
                part.flatMap(p -> p.gtin()).orElse(""),
                part.map(p -> p.description()).orElse(""),
                part.map(p -> p.revision()).orElse(""),
                unit.id().serial(),
                order.id().value(),
                release.id().value(),
                copy,
                release.term(),
                release.stamp().at().atZone(r.zone()).toLocalDate().toString(),
                r.nameOf(technician(order)),
                order.inspection().map(s -> r.nameOf(s.by())).orElse(""),
                r.nameOf(release.by()),
                r.person(releaser).flatMap(p -> p.authorisation()).orElse(""),
                order.set() + " v" + order.setVersion(),
                software(order, r),
                limitation(order),
                release.stamp().hash().substring(0, 16),
                training);
    }

    /// What was overridden, and which positions are open.
    private static String limitation(Order order) {
        var said = new ArrayList<String>();
        if (!order.overrides().isEmpty())
            said.add(OVERRIDE + ": " + String.join(", ", order.overrides().keySet()));
        var open = order.leftOpen().keySet().stream().map(PositionId::value).toList();
        if (!open.isEmpty()) said.add("Open: " + String.join(", ", open));
        return String.join("; ", said);
    }

    private static String technician(Order order) {
        var work = order.changes().stream().filter(c -> !c.stated()).toList();
        if (!work.isEmpty()) return work.getLast().stamp().operator();
        return order.runs().isEmpty()
                ? order.opened().operator()
                : order.runs().getLast().stamp().operator();
    }

    private static String software(Order order, Reference r) {
        var set = r.set(order.set(), order.setVersion());
        if (set.isEmpty()) return "";
        for (var run : order.runs().reversed())
            for (var test : set.get().tests())
                for (var m : test.measures())
                    if (test.id().equals(run.test())
                            && m.source() == rotable.part.Measure.Source.SOFTWARE
                            && run.reading(m.name()).isPresent())
                        return run.reading(m.name()).get().value();
        return "";
    }

    @Override
    public String name() {
        return release + "-" + copy;
    }

    /// Whether the identity fits GS1 elements: an (21) of 20 characters and a (240) of 30 at most,
    /// of the 82 characters of figure 7.11-1 of the General Specifications.
    @Override
    public boolean isGs1() {
        return GS1_SERIAL.matcher(UnitId.nameplate(serial)).matches()
                && GS1_PART.matcher(part).matches();
    }

    /// What the 2D code says: GS1 elements, with FNC1 written as GS: (01) when the part has a GTIN,
    /// (21) serial as on the nameplate, (240) part, (91) release, (92) hash. Where the identity
    /// does not fit that, an ISO/IEC 15434 message of format 06: `1P` part, `S` serial, and `Z`,
    /// which is anybody's own, with release and hash.
    @Override
    public String code() {
        return isGs1() ? elements() : message();
    }

    private String message() {
        return "[)>\u001E06\u001D1P%s\u001DS%s\u001DZ%s/%s\u001E\u0004"
                .formatted(part, UnitId.nameplate(serial), release, hash);
    }

    private String elements() {
        var gs = "\u001D";
        var trade = gtin.isEmpty() ? "" : "01" + "0".repeat(14 - gtin.length()) + gtin;
        return trade
                + "21"
                + UnitId.nameplate(serial)
                + gs
                + "240"
                + part
                + gs
                + "91"
                + release
                + gs
                + "92"
                + hash;
    }

    /// The same in one word, where there is room for no more.
    public String mark() {
        if (limitation.isEmpty()) return "";
        return limitation.startsWith(OVERRIDE) ? "OVERRIDE" : "LIMITED";
    }

    /// Whether it bears an override or a limitation.
    public Optional<String> override() {
        return limitation.isEmpty() ? Optional.empty() : Optional.of(limitation);
    }
}
