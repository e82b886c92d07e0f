// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.damage.Mender;
import rotable.damage.Separators;
import rotable.label.Label;
import rotable.label.LabelError;
import rotable.label.Note;
import rotable.label.Payload;
import rotable.label.Reading;
import rotable.label.Rules;
import rotable.label.Scheme;
import rotable.label.Symbology;
import rotable.supplier.SupplierRules;

/// Says what any payload means by its own format, or says truly that it doesn't know. The symbology
/// drives the reading; what a scanner did to the label is put right where that is certain. Pure.
public final class LabelReader {
    /// Programs that write text put a byte order mark before it; no scanner does.
    private static final String MARK = "\uFEFF";

    private final How how;
    private final SupplierRules rules;
    private final StrictReader strict;
    private final Damaged damaged;

    public LabelReader(How how) {
        this(how, SupplierRules.NONE);
    }

    /// @param rules how makers write labels that follow no standard
    public LabelReader(How how, SupplierRules rules) {
        this.how = how;
        this.rules = rules;
        var readers = new Readers(how);
        this.strict = new StrictReader(readers);
        this.damaged = new Damaged(how, rules, readers, strict);
    }

    /// What the payload says.
    public Label read(Payload payload) {
        var unfit = unfit(payload);
        if (unfit.isPresent())
            return new Label.Unreadable(payload, Scheme.PLAIN, List.of(unfit.get()));
        var text = payload.text();
        if (text.startsWith(MARK)) return read(Payload.of(text.substring(1)));
        if (how.as().isPresent()) return held(payload, how.as().get());
        var symbology = Symbology.of(text);
        if (symbology.isPresent() && text.length() == 3 && !symbology.get().gs1())
            return nothing(payload, symbology.get());
        var first = strict.attempt(text);
        if (first.reading().isEmpty()) return mend(payload, first);
        var reading = first.reading().get();
        return switch (reading.scheme()) {
            case PLAIN -> plain(payload, reading);
            // A maker's own rule knows more than the general form of names and values.
            case SUPPLIER -> sure(payload, reading, byRule(text));
            default -> sure(payload, reading, List.of());
        };
    }

    /// What holds beside the scheme that a text is held to: a blank may belong to a value, and the
    /// names of separators are none.
    private Attempt heldTo(String text, Scheme scheme) {
        var spelled = Separators.spelledOut(text);
        if (spelled.equals(text) || scheme == Scheme.PLAIN) return strict.as(text, scheme);
        var meant = strict.as(spelled, scheme);
        return meant.reading().isPresent() ? meant : strict.as(text, scheme);
    }

    private List<Reading> byRule(String text) {
        int from = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        return rules.read(text.substring(from).strip(), how.year());
    }

    private static Optional<LabelError> unfit(Payload payload) {
        int most = Payload.MAX_BYTES;
        if (payload.length() > most)
            return Optional.of(Rules.broken("too-long", -1, payload.length(), most));
        int strange = payload.text().indexOf('\uFFFD');
        if (strange >= 0) return Optional.of(Rules.broken("not-text", strange));
        return payload.text().isEmpty() ? Optional.of(Rules.broken("empty", 0)) : Optional.empty();
    }

    /// A symbol may hold no data; an EAN symbol may not.
    private Label nothing(Payload payload, Symbology symbology) {
        var ean = symbology.content() != Symbology.Content.DATA;
        return new Label.Unreadable(
                payload,
                ean ? Scheme.EAN_UPC : Scheme.PLAIN,
                ean ? List.of(Rules.broken("empty", 3)) : List.of());
    }

    /// A sound reading is certain, unless the payload may be something else as well.
    private Label sure(Payload payload, Reading reading, List<Reading> before) {
        var text = payload.text();
        var spelled = Separators.spelledOut(text);
        if (!spelled.equals(text)) {
            // No label has the names of separators in its data.
            var meant = strict.attempt(spelled).reading();
            if (meant.isPresent())
                return new Label.Certain(
                        payload, meant.get().noted(List.of(Note.of("separators-written"))));
        }
        var all = new ArrayList<Reading>();
        for (var r : before) Damaged.add(all, r);
        Damaged.add(all, Damaged.strange(reading));
        for (var r : damaged.besides(text, reading)) Damaged.add(all, r);
        return decided(payload, all, List.of());
    }

    /// Text without a format stands as it is, unless a maker's rule reads it, or it may be a label
    /// without its identifier or one that a scanner spoiled.
    private Label plain(Payload payload, Reading asItIs) {
        var text = payload.text();
        var all = new ArrayList<Reading>();
        for (var r : byRule(text)) Damaged.add(all, r);
        var ruled = !all.isEmpty();
        for (var r : damaged.unmarked(text)) Damaged.add(all, r);
        if (ruled) return decided(payload, all, List.of());
        for (var r : damaged.fullAscii(text)) Damaged.add(all, r);
        if (all.isEmpty() && Mender.suspect(text)) return suspect(payload, asItIs);
        // Signs that pairs of Code 39 would need to be are likelier to stand for themselves.
        if (!all.isEmpty() && all.getFirst().scheme() == Scheme.PLAIN) all.addFirst(asItIs);
        Damaged.add(all, asItIs);
        return decided(payload, all, List.of());
    }

    private Label suspect(Payload payload, Reading asItIs) {
        var text = payload.text();
        var mended = damaged.readings(text);
        var labels = mended.stream().filter(r -> r.scheme() != Scheme.PLAIN).toList();
        if (!labels.isEmpty()) return decided(payload, labels, List.of());
        var all = new ArrayList<>(mended);
        for (var r : damaged.decoded(text)) Damaged.add(all, r);
        if (all.size() == Damaged.MOST) all.removeLast();
        Damaged.add(all, Damaged.strange(asItIs));
        return decided(payload, all, List.of());
    }

    private Label mend(Payload payload, Attempt first) {
        var all = new ArrayList<Reading>();
        for (var r : byRule(payload.text())) Damaged.add(all, r);
        var found = damaged.readings(payload.text());
        for (var r : found) if (r.scheme() != Scheme.PLAIN) Damaged.add(all, r);
        if (!all.isEmpty()) return decided(payload, all, first.errors());
        return found.isEmpty() || first.scheme() != Scheme.PLAIN
                ? new Label.Unreadable(payload, first.scheme(), first.errors())
                : text(payload, found, first.errors());
    }

    /// The same text twice is that text; what else was put right in a text may be wrong.
    private static Label text(Payload payload, List<Reading> found, List<LabelError> errors) {
        var twice = found.getFirst().notes().stream().allMatch(n -> n.code().equals("sent-twice"));
        return found.size() == 1 && twice
                ? new Label.Certain(payload, found.getFirst())
                : new Label.Ambiguous(payload, found, errors);
    }

    private static Label decided(Payload payload, List<Reading> all, List<LabelError> errors) {
        return all.size() == 1 && !Damaged.doubtful(all.getFirst())
                ? new Label.Certain(payload, all.getFirst())
                : new Label.Ambiguous(payload, all, errors);
    }

    /// Reads the payload as one scheme and no other, with the separators that it has.
    private Label held(Payload payload, Scheme scheme) {
        var text = payload.text();
        var all = new ArrayList<Reading>();
        if (scheme == Scheme.SUPPLIER) for (var r : byRule(text)) Damaged.add(all, r);
        var first = heldTo(text, scheme);
        first.reading().ifPresent(r -> Damaged.add(all, Damaged.strange(r)));
        if (first.reading().isPresent() && scheme == Scheme.SUPPLIER)
            for (var r : damaged.besides(text, first.reading().get())) Damaged.add(all, r);
        if (all.isEmpty())
            for (var r : damaged.readings(text)) if (r.scheme() == scheme) Damaged.add(all, r);
        return all.isEmpty()
                ? new Label.Unreadable(payload, scheme, first.errors())
                : decided(payload, all, first.errors());
    }
}
