// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.damage.Code39;
import rotable.damage.LostFields;
import rotable.damage.LostSeparators;
import rotable.damage.Mended;
import rotable.damage.Mender;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.ElementString;
import rotable.gs1.Linter;
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
    /// More readings than a person can choose from by a digit are not offered.
    private static final int MOST = 9;

    /// Readings with separators put in are never certain, even if only one was found.
    private static final String LOST = "separators-lost";

    private final How how;
    private final SupplierRules rules;
    private final Readers readers;
    private final StrictReader strict;

    public LabelReader(How how) {
        this(how, SupplierRules.NONE);
    }

    /// @param rules how makers write labels that follow no standard
    public LabelReader(How how, SupplierRules rules) {
        this.how = how;
        this.rules = rules;
        this.readers = new Readers(how);
        this.strict = new StrictReader(readers);
    }

    /// What the payload says.
    public Label read(Payload payload) {
        var unfit = unfit(payload);
        if (unfit.isPresent())
            return new Label.Unreadable(payload, Scheme.PLAIN, List.of(unfit.get()));
        var text = payload.text();
        if (how.as().isPresent()) return held(payload, how.as().get());
        var symbology = Symbology.of(text);
        if (symbology.isPresent() && text.length() == 3 && !symbology.get().gs1())
            return nothing(payload, symbology.get());
        var first = strict.attempt(text);
        if (first.reading().isEmpty()) return mend(payload, first);
        if (first.scheme() != Scheme.PLAIN) return sure(payload, first.reading().get());
        var byRule = rules.read(first.reading().get().text().strip(), how.year());
        return byRule.isEmpty() ? plain(payload, first) : decided(payload, byRule, List.of());
    }

    private static Optional<LabelError> unfit(Payload payload) {
        if (payload.length() > Payload.MAX_BYTES)
            return Optional.of(Rules.broken("too-long", Payload.MAX_BYTES, payload.length()));
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

    /// A sound reading is certain, unless separators may have been lost on the way.
    private Label sure(Payload payload, Reading reading) {
        var all = new ArrayList<>(List.of(reading));
        for (var way : ways(payload.text(), reading)) add(all, way);
        return all.size() == 1
                ? new Label.Certain(payload, reading)
                : new Label.Ambiguous(payload, all, List.of());
    }

    private List<Reading> ways(String text, Reading reading) {
        if (reading.scheme() != Scheme.GS1_ELEMENT_STRING || how.separatorsKept()) return List.of();
        int from = Symbology.of(text).map(s -> s.aim().length()).orElse(0);
        if (text.indexOf(ElementString.GS, from) >= 0) return List.of();
        return waysOf(text.substring(0, from), text.substring(from));
    }

    private List<Reading> waysOf(String aim, String data) {
        return LostSeparators.ways(data).stream()
                .flatMap(w -> readers.elementString(aim + w, aim.length()).reading().stream())
                .toList();
    }

    /// Text without a format stands as it is, unless it may be a label without its identifier or
    /// one that a scanner spoiled.
    private Label plain(Payload payload, Attempt first) {
        var text = payload.text();
        var asItIs = first.reading().orElseThrow();
        var all = new ArrayList<Reading>();
        var symbology = Symbology.of(text);
        if (symbology.isEmpty()) unmarked(text).ifPresent(r -> add(all, r));
        if (symbology.filter(s -> s.aim().matches("\\]A[0-3]")).isPresent())
            Code39.fullAscii(asItIs.text()).map(Reading::plain).ifPresent(r -> add(all, r));
        if (!all.isEmpty()) {
            add(all, asItIs);
            return new Label.Ambiguous(payload, all, List.of());
        }
        if (!Mender.suspect(text)) return new Label.Certain(payload, asItIs);
        var mended = readings(text);
        var labels = mended.stream().filter(r -> r.scheme() != Scheme.PLAIN).toList();
        if (!labels.isEmpty()) return decided(payload, labels, List.of());
        if (mended.isEmpty() || symbology.isPresent()) return new Label.Certain(payload, asItIs);
        mended.forEach(r -> add(all, r));
        add(all, asItIs);
        return new Label.Ambiguous(payload, all, List.of());
    }

    /// An element string from a scanner that sends no AIM identifier, if a check digit speaks for
    /// it.
    private Optional<Reading> unmarked(String text) {
        if (!text.matches("\\d{16}.*")) return Optional.empty();
        return readers.elementString(text, 0)
                .reading()
                .filter(r -> r.fields().stream().anyMatch(f -> checked(f.id())));
    }

    private static boolean checked(String ai) {
        return ApplicationIdentifiers.of(ai).filter(a -> a.checkedBy(Linter.CSUM)).isPresent();
    }

    private Label mend(Payload payload, Attempt first) {
        var found = readings(payload.text());
        var labels = found.stream().filter(r -> r.scheme() != Scheme.PLAIN).toList();
        if (!labels.isEmpty()) return decided(payload, labels, first.errors());
        return found.isEmpty() || first.scheme() != Scheme.PLAIN
                ? new Label.Unreadable(payload, first.scheme(), first.errors())
                : new Label.Ambiguous(payload, found, first.errors());
    }

    private static Label decided(Payload payload, List<Reading> all, List<LabelError> errors) {
        var guessed = all.getFirst().notes().stream().anyMatch(n -> n.code().equals(LOST));
        return all.size() == 1 && !guessed
                ? new Label.Certain(payload, all.getFirst())
                : new Label.Ambiguous(payload, all, errors);
    }

    /// Every reading of what the payload may have been, each once.
    private List<Reading> readings(String text) {
        var all = new ArrayList<Reading>();
        for (var proposal : Mender.proposals(text))
            for (var reading : of(proposal)) add(all, reading.noted(proposal.notes()));
        for (var way : lost(text)) add(all, way.noted(List.of(Note.of(LOST))));
        return all;
    }

    /// The readings of a text that lost all its separators.
    private List<Reading> lost(String text) {
        if (text.indexOf(ElementString.GS) >= 0) return List.of();
        var symbology = Symbology.of(text);
        var aim = symbology.map(Symbology::aim).orElse("");
        var data = text.substring(aim.length());
        if (symbology.filter(Symbology::gs1).isPresent()) return waysOf(aim, data);
        return LostFields.ways(data).stream()
                .flatMap(w -> readers.iso15434(aim + w, aim.length()).reading().stream())
                .toList();
    }

    private List<Reading> of(Mended proposal) {
        var read = strict.attempt(proposal.text()).reading().filter(r -> likely(r, proposal));
        if (read.isEmpty()) return List.of();
        var all = new ArrayList<>(List.of(read.get()));
        all.addAll(ways(proposal.text(), read.get()));
        return all;
    }

    /// A head that had to be invented is believed only when every field after it is known.
    private static boolean likely(Reading reading, Mended proposal) {
        var invented = proposal.notes().stream().anyMatch(n -> n.code().equals("head-lost"));
        if (!invented) return true;
        return reading.fields().size() > 1
                && reading.fields().stream().noneMatch(f -> f.title().isEmpty());
    }

    private static void add(List<Reading> all, Reading reading) {
        if (all.size() < MOST && all.stream().noneMatch(reading::agrees)) all.add(reading);
    }

    /// Reads the payload as one scheme and no other.
    private Label held(Payload payload, Scheme scheme) {
        var first = strict.as(payload.text(), scheme);
        if (first.reading().isPresent()) return new Label.Certain(payload, first.reading().get());
        var all = new ArrayList<Reading>();
        if (scheme == Scheme.SUPPLIER) all.addAll(rules.read(payload.text().strip(), how.year()));
        for (var proposal : Mender.proposals(payload.text()))
            strict.as(proposal.text(), scheme)
                    .reading()
                    .filter(r -> likely(r, proposal))
                    .ifPresent(r -> add(all, r.noted(proposal.notes())));
        return all.isEmpty()
                ? new Label.Unreadable(payload, scheme, first.errors())
                : decided(payload, all, first.errors());
    }
}
