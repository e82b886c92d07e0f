// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.Subject;
import rotable.identity.PersonId;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryReader;
import rotable.journal.Head;
import rotable.journal.Stamp;
import rotable.store.JournalMapper.OutcomeRow;
import rotable.store.JournalMapper.StoredRow;
import rotable.unit.Case;
import rotable.unit.Recorded;
import rotable.unit.Rights.TakenAway;
import rotable.unit.Without;

/// Reads rows back as entries, each in its epoch's place.
///
/// @param takenAway rights that were taken away by what is placed, of people who were asked about
record Stored(
        EntryReader reader,
        Epochs epochs,
        Routes routes,
        Map<PersonId, List<TakenAway>> takenAway,
        Recent recent,
        Tail tail) {
    /// Of a record that was just opened.
    static Stored of(EntryReader reader) {
        return new Stored(
                reader, new Epochs(), new Routes(), new HashMap<>(), new Recent(), new Tail());
    }

    static String line(StoredRow row) {
        return new String(row.line(), StandardCharsets.UTF_8);
    }

    /// The row's entry; absent when its line can't be read, which verification then names.
    Optional<Entry> entry(StoredRow row) {
        return recent.find(row.hash()).or(() -> read(row));
    }

    private Optional<Entry> read(StoredRow row) {
        try {
            var entry = reader.read(line(row));
            recent.keep(entry);
            return Optional.of(entry);
        } catch (BadEntry e) {
            return Optional.empty();
        }
    }

    /// Takes note of an entry that is about to be written.
    void learn(Entry entry) {
        epochs.learn(entry);
        recent.keep(entry);
    }

    /// Whether a row's line is the one that was recorded.
    boolean hashes(StoredRow row) {
        return reader.hash(line(row)).equals(row.hash());
    }

    List<Recorded> history(JournalMapper db, Subject subject) {
        var history = new ArrayList<Recorded>();
        for (var row : db.about(subject.kind().name(), subject.id()))
            entry(row).ifPresent(e -> history.add(recorded(e, row)));
        return history;
    }

    /// An entry by its hash.
    Optional<Recorded> recorded(JournalMapper db, String hash) {
        var no = db.arrivalOf(hash);
        if (no == null) return Optional.empty();
        var row = db.between(no - 1, no).getFirst();
        return entry(row).map(e -> recorded(e, row));
    }

    /// An entry in its place, before it is decided.
    Recorded recorded(Entry e, long position) {
        return new Recorded(e, stamp(e, position), Optional.empty());
    }

    /// What a bench sealed and the centre has not placed yet, command by command.
    List<List<Recorded>> tail(JournalMapper db, String bench) {
        return tail.commands(() -> readTail(db, bench));
    }

    private List<List<Recorded>> readTail(JournalMapper db, String bench) {
        var commands = new ArrayList<List<Recorded>>();
        for (var epoch : epochs.all(bench)) {
            long placed = Progress.placed(db, epoch);
            for (var row : db.following(epoch, placed, Long.MAX_VALUE))
                entry(row).ifPresent(e -> add(commands, recorded(e, row)));
        }
        return commands;
    }

    private static void add(List<List<Recorded>> commands, Recorded r) {
        if (r.entry().envelope().index() == 0 || commands.isEmpty())
            commands.add(new ArrayList<>());
        commands.getLast().add(r);
    }

    /// The entry of a row, as it was decided.
    Recorded recorded(Entry e, StoredRow row) {
        var position = row.position() == null ? 0 : row.position();
        var why = decided(row);
        var clash = why.flatMap(Without::clash).filter(c -> c.rule() == Case.Rule.RIGHTS);
        if (clash.isPresent()) {
            var review = new Recorded.Review(why.get().why(), clash.get());
            return new Recorded(e, stamp(e, position), Optional.empty(), Optional.of(review));
        }
        return new Recorded(e, stamp(e, position), why);
    }

    private static Optional<Without> decided(StoredRow row) {
        if (row.why() == null) return Optional.empty();
        var clash =
                row.rule() == null || row.first() == null || row.second() == null
                        ? Optional.<Without.Clash>empty()
                        : Optional.of(
                                new Without.Clash(
                                        Case.Rule.valueOf(row.rule()), row.first(), row.second()));
        return Optional.of(new Without(row.why(), clash));
    }

    private static OutcomeRow row(Entry entry, Without without) {
        return new OutcomeRow(
                entry.hash(),
                without.why(),
                without.clash().map(c -> c.rule().name()).orElse(null),
                without.clash().map(Without.Clash::first).orElse(null),
                without.clash().map(Without.Clash::second).orElse(null));
    }

    /// What was decided of an entry, unless it simply has effect.
    static Optional<OutcomeRow> row(Recorded r) {
        return r.without()
                .or(() -> r.review().map(v -> new Without(v.why(), Optional.of(v.clash()))))
                .map(w -> row(r.entry(), w));
    }

    /// The head of its epoch, if an entry is the last.
    Head head(Entry last) {
        var e = last.envelope();
        var ordinal = epochs.ordinal(e.bench(), e.epoch());
        return new Head(e.bench(), e.epoch(), ordinal, e.seq(), last.hash());
    }

    /// Where an entry stands among the causes of others.
    Stamp stamp(Entry e, long position) {
        return e.stamp(epochs.lineage(e.envelope().bench(), e.envelope().epoch()), position);
    }
}
