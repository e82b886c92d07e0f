// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.damage.Mender;
import rotable.identify.How.Together;
import rotable.identity.AssetId;
import rotable.identity.CheckCharacter;
import rotable.identity.OwnId;
import rotable.identity.OwnId.Kind;
import rotable.label.Label;
import rotable.label.Note;
import rotable.label.Payload;
import rotable.label.Scheme;
import rotable.label.Symbology;
import rotable.reference.Reference;
import rotable.scan.Frame;
import rotable.scan.Scan;
import rotable.scan.Scan.Why;
import rotable.supplier.SupplierRules;

/// Says what a frame means to a depot, in the order of meaning: command card, badge, the depot's
/// own tags, GS1 and the other label formats, a maker's own format, a serial by its part's rule, a
/// part. It keeps nothing but the rules of the reference data last seen, made ready.
public final class Identifier {
    private static final Pattern CARD = Pattern.compile("RT:([A-Z0-9]+)(?::([A-Z0-9.-]+))?");

    /// The channel that may lose control characters; all others deliver what was sent.
    private static final String WEDGE = "wedge";

    private Reference standing = Reference.EMPTY;
    private LocalDate day = LocalDate.EPOCH;
    private SupplierRules rules = SupplierRules.NONE;

    /// What a frame means, and what was put right before it could be read.
    public record Identified(Scan scan, List<Note> notes) {
        public Identified {
            notes = List.copyOf(notes);
        }

        private static Identified whole(Scan scan) {
            return new Identified(scan, List.of());
        }
    }

    /// What the frame means to a depot with that reference data.
    public Scan identify(Frame frame, Reference reference) {
        return read(frame, reference).scan();
    }

    /// What the frame means to a depot with that reference data, and what was put right for it.
    public Identified read(Frame frame, Reference reference) {
        if (frame.length() > Payload.MAX_BYTES)
            return Identified.whole(new Scan.Unreadable(new Why.TooLong(frame.length())));
        var data = data(frame.text());
        if (data.isBlank()) return Identified.whole(new Scan.Unreadable(new Why.Empty()));
        var ours = ours(data.strip(), reference);
        return ours.map(Identified::whole)
                .or(() -> ownLabel(frame, reference))
                .orElseGet(() -> label(frame, reference));
    }

    private Optional<Identified> ownLabel(Frame frame, Reference reference) {
        return OwnLabel.separated(frame.text(), reference)
                .map(t -> label(Frame.of(t, frame.device(), frame.at()), reference).scan())
                .map(s -> new Identified(s, List.of(Note.of("separators-lost"))));
    }

    private Items items(Frame frame, Reference reference) {
        return new Items(reference, rules(frame, reference), how(frame));
    }

    /// The rules of that day, made ready once for all frames.
    @SuppressWarnings(
            "ReferenceEquality") // reference data that were not touched are the same object
    private SupplierRules rules(Frame frame, Reference reference) {
        var today = frame.at().atZone(reference.zone()).toLocalDate();
        if (reference != standing || !today.equals(day)) {
            rules = SupplierRules.of(reference, today);
            standing = reference;
            day = today;
        }
        return rules;
    }

    private static String data(String text) {
        return text.substring(Symbology.of(text).map(s -> s.aim().length()).orElse(0));
    }

    private Identified label(Frame frame, Reference reference) {
        var how = how(frame);
        var label = new LabelReader(how).read(Payload.of(frame.text()));
        if (label instanceof Label.Certain c && c.reading().scheme() == Scheme.PLAIN)
            return Identified.whole(plain(frame, reference));
        var other =
                label instanceof Label.Certain ? Optional.<Identified>empty() : ourMended(frame);
        return other.or(() -> supplier(frame, label, reference))
                .orElseGet(() -> new Identified(items(frame, reference).of(label), notes(label)));
    }

    private static List<Note> notes(Label label) {
        return label.readings().stream().flatMap(r -> r.notes().stream()).distinct().toList();
    }

    /// What no standard can read, a maker's own rule may; and it knows better than the general form
    /// of names and values.
    private Optional<Identified> supplier(Frame frame, Label label, Reference reference) {
        var named = label.readings().stream().allMatch(r -> r.scheme() == Scheme.SUPPLIER);
        if (!(label instanceof Label.Unreadable) && !named) return Optional.empty();
        return items(frame, reference).ofRules(data(frame.text()).strip()).map(Identified::whole);
    }

    /// One of ours typed on another keyboard layout: its check character says whether it was put
    /// right. Equipment has none, and is not looked for.
    private static Optional<Identified> ourMended(Frame frame) {
        var found =
                Mender.proposals(frame.text()).stream()
                        .flatMap(
                                m ->
                                        card(data(m.text()).strip()).stream()
                                                .filter(s -> !(s instanceof Scan.Unreadable))
                                                .map(s -> new Identified(s, m.notes())))
                        .toList();
        var same = found.stream().map(Identified::scan).distinct().count() == 1;
        return same ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static How how(Frame frame) {
        var how =
                How.inYear(frame.at().atZone(ZoneOffset.UTC).getYear())
                        .together(Together.CONTRADICTIONS);
        return frame.device().equals(WEDGE) ? how : how.withSeparatorsKept();
    }

    /// Cards, badges, tags and equipment of the depot.
    private static Optional<Scan> ours(String data, Reference reference) {
        return card(data).or(() -> asset(data, reference));
    }

    /// Cards, badges and tags, each of which ends in a check character.
    private static Optional<Scan> card(String data) {
        return data.startsWith("RT:") ? Optional.of(command(data)) : own(data);
    }

    private Scan plain(Frame frame, Reference reference) {
        var data = data(frame.text()).strip();
        return items(frame, reference)
                .ofRules(data)
                .or(() -> part(data, reference))
                .orElseGet(() -> new Scan.Plain(data));
    }

    /// A card ends in `-` and the check character of all before it.
    private static Scan command(String data) {
        int dash = data.length() - 2;
        var body = data.substring(0, Math.max(dash, 0));
        var match = CARD.matcher(body);
        var sound =
                data.charAt(Math.max(dash, 0)) == '-'
                        && match.matches()
                        && CheckCharacter.ofCard(body) == data.charAt(data.length() - 1);
        if (!sound) return new Scan.Unreadable(new Why.CardDamaged(data));
        return new Scan.Command(match.group(1), Optional.ofNullable(match.group(2)));
    }

    /// The text of a command card for a verb, or a verb and its argument such as `F:NO-OUTPUT`.
    public static String cardText(String command) {
        var body = "RT:" + command;
        return body + "-" + CheckCharacter.ofCard(body);
    }

    private static Optional<Scan> own(String data) {
        for (var kind : Kind.values()) {
            if (!data.startsWith(kind.prefix() + "-")) continue;
            // A supplier's serial may begin alike; only the whole form is ours.
            if (!data.matches(kind.prefix() + "(-[2-9A-Z]{1,8}){2,3}-[2-9A-Z]")) continue;
            if (!OwnId.valid(kind, data))
                return Optional.of(new Scan.Unreadable(new Why.OwnIdDamaged(data)));
            return Optional.of(
                    switch (kind) {
                        case BADGE -> new Scan.Badge(data);
                        case LOCATION -> new Scan.Location(data);
                        case ORDER, RELEASE, HOLD, TAG -> new Scan.OwnNumber(data);
                    });
        }
        return Optional.empty();
    }

    private static Optional<Scan> asset(String data, Reference reference) {
        var sound = data.length() <= 30 && data.chars().allMatch(c -> c >= ' ' && c != 0x7F);
        if (!sound) return Optional.empty();
        var id = new AssetId(data);
        return reference.equipment(id).map(e -> new Scan.Asset(id));
    }

    private static Optional<Scan> part(String data, Reference reference) {
        var parts = reference.partsNumbered(data);
        return parts.size() == 1
                ? Optional.of(new Scan.PartOnly(parts.getFirst().id()))
                : Optional.empty();
    }
}
