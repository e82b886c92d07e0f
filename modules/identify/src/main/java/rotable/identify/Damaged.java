// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rotable.damage.Code39;
import rotable.damage.LostFields;
import rotable.damage.LostSeparators;
import rotable.damage.Mended;
import rotable.damage.Mender;
import rotable.gs1.ApplicationIdentifiers;
import rotable.gs1.ElementString;
import rotable.gs1.Linter;
import rotable.label.Note;
import rotable.label.Reading;
import rotable.label.Scheme;
import rotable.label.Symbology;
import rotable.label.Unprintable;
import rotable.supplier.NamedValues;
import rotable.supplier.SupplierRules;

/// Finds what a payload may have been before a scanner spoiled it, and what else it may be.
final class Damaged {
    /// More readings than a person can choose from by a digit are not offered.
    static final int MOST = 9;

    private static final Pattern LONG_DIGITS = Pattern.compile("\\d{16}.*");
    private static final List<String> DOUBTS = List.of(Mender.CHECK, "strange-character");
    private static final Note LOST = Note.of("separators-lost");

    private final How how;
    private final SupplierRules rules;
    private final Readers readers;
    private final StrictReader strict;

    Damaged(How how, SupplierRules rules, Readers readers, StrictReader strict) {
        this.how = how;
        this.rules = rules;
        this.readers = readers;
        this.strict = strict;
    }

    /// Adds a reading that says something new; whether there was room for it.
    static boolean add(List<Reading> all, Reading reading) {
        if (all.stream().anyMatch(reading::agrees)) return true;
        if (all.size() >= MOST) return false;
        return all.add(reading);
    }

    /// Whether a reading is one of several guesses, even if it is the only one that was found.
    static boolean doubtful(Reading reading) {
        return reading.notes().stream().anyMatch(n -> n.equals(LOST) || DOUBTS.contains(n.code()));
    }

    /// What a sound reading may be besides: GS1 data that lost their separators on the way, a blank
    /// that belongs to a value, an address typed with Caps Lock.
    List<Reading> besides(String text, Reading reading) {
        return switch (reading.scheme()) {
            case GS1_ELEMENT_STRING -> ways(text);
            case SUPPLIER ->
                    NamedValues.read(text, from(text))
                            .map(NamedValues.Read::readings)
                            .orElse(List.of());
            case GS1_DIGITAL_LINK ->
                    Mender.capsLock(text).stream().flatMap(m -> of(m).stream()).toList();
            default -> List.of();
        };
    }

    private static int from(String text) {
        return Symbology.of(text).map(s -> s.aim().length()).orElse(0);
    }

    private List<Reading> ways(String text) {
        int from = from(text);
        if (how.separatorsKept() || text.indexOf(ElementString.GS, from) >= 0) return List.of();
        return ways(text.substring(0, from), text.substring(from));
    }

    private List<Reading> ways(String aim, String data) {
        return LostSeparators.ways(data).stream()
                .flatMap(w -> readers.elementString(aim + w, aim.length()).reading().stream())
                .map(r -> r.noted(List.of(LOST)))
                .toList();
    }

    /// Every reading of what the payload may have been, each once.
    List<Reading> readings(String text) {
        var all = new ArrayList<Reading>();
        for (var proposal : Mender.proposals(text)) {
            for (var reading : of(proposal)) add(all, noted(reading, proposal));
            for (var way : lost(proposal.text())) add(all, noted(way, proposal));
        }
        for (var way : lost(text)) add(all, way);
        return all;
    }

    /// A scanner that is known to deliver separators puts nothing else in their place, unless it
    /// was set to.
    private Reading noted(Reading reading, Mended proposal) {
        var notes = new ArrayList<>(proposal.notes());
        var replaced = proposal.has("separator-replaced") || proposal.has("separators-written");
        if (how.separatorsKept() && replaced) notes.add(Note.of(Mender.CHECK));
        notes.addAll(reading.notes());
        return reading.noted(notes);
    }

    private List<Reading> of(Mended proposal) {
        var read = strict.attempt(proposal.text()).reading().filter(r -> likely(r, proposal));
        if (read.isEmpty()) return List.of();
        var all = new ArrayList<>(List.of(read.get()));
        if (read.get().scheme() == Scheme.GS1_ELEMENT_STRING) all.addAll(ways(proposal.text()));
        return all;
    }

    /// A head that had to be invented is believed only when every field after it is known; GS1 data
    /// that nothing announces, only when a check digit speaks for them.
    private static boolean likely(Reading reading, Mended proposal) {
        if (proposal.has("head-lost"))
            return reading.fields().size() > 1
                    && reading.fields().stream().noneMatch(f -> f.title().isEmpty());
        var unannounced =
                reading.scheme() == Scheme.GS1_ELEMENT_STRING
                        && Symbology.of(proposal.text()).isEmpty();
        return !unannounced || checked(reading);
    }

    private static boolean checked(Reading reading) {
        return reading.fields().stream()
                .flatMap(f -> ApplicationIdentifiers.of(f.id()).stream())
                .anyMatch(a -> a.checkedBy(Linter.CSUM));
    }

    /// The readings of a text that lost all its separators.
    private List<Reading> lost(String text) {
        if (text.indexOf(ElementString.GS) >= 0) return List.of();
        var symbology = Symbology.of(text);
        var aim = symbology.map(Symbology::aim).orElse("");
        var data = text.substring(aim.length());
        if (symbology.filter(Symbology::gs1).isPresent()) return ways(aim, data);
        return LostFields.ways(data).stream()
                .flatMap(w -> readers.iso15434(aim + w, aim.length()).reading().stream())
                .map(r -> r.noted(List.of(LOST)))
                .toList();
    }

    /// Element strings from a scanner that sends no AIM identifier, if a check digit speaks for
    /// them.
    List<Reading> unmarked(String text) {
        if (Symbology.of(text).isPresent() || !LONG_DIGITS.matcher(text).matches())
            return List.of();
        var all = new ArrayList<Reading>();
        elements(new Mended(text, List.of()), all);
        for (var way : ways(text)) if (checked(way)) add(all, way);
        if (!all.isEmpty()) return all;
        for (var m : Mender.proposals(text)) if (m.has("sent-twice")) elements(m, all);
        for (var r : readings(text)) if (r.scheme() == Scheme.GS1_ELEMENT_STRING) add(all, r);
        return all;
    }

    private void elements(Mended text, List<Reading> all) {
        readers.elementString(text.text(), 0)
                .reading()
                .filter(Damaged::checked)
                .ifPresent(r -> add(all, noted(r, text)));
    }

    /// The same reading, doubtful where it holds characters that no US keyboard has.
    static Reading strange(Reading reading) {
        var plain =
                Unprintable.plainAscii(reading.text())
                        && reading.fields().stream()
                                .allMatch(f -> Unprintable.plainAscii(f.value()));
        if (plain) return reading;
        var notes = new ArrayList<>(reading.notes());
        notes.add(Note.of("strange-character"));
        return reading.noted(notes);
    }

    /// What pairs of Code 39 may stand for: a label of another scheme, or text.
    List<Reading> fullAscii(String text) {
        var symbology = Symbology.of(text);
        if (symbology.filter(s -> s.aim().matches("\\]A[0-3]")).isEmpty()) return List.of();
        return Code39.fullAscii(text.substring(3)).stream()
                .flatMap(t -> strict.attempt(t).reading().stream())
                .toList();
    }

    /// What a text without a format was on the layouts that may have typed it, by makers' rules or
    /// as a text.
    List<Reading> decoded(String text) {
        var all = new ArrayList<Reading>();
        var decoded = Mender.decoded(text);
        for (var m : decoded)
            for (var r : rules.read(m.text().strip(), how.year())) add(all, r.noted(m.notes()));
        if (all.isEmpty()) for (var m : decoded) add(all, Reading.plain(m.text()).noted(m.notes()));
        return all;
    }
}
