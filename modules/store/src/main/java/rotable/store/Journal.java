// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact.EpochBegun;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.journal.Uuid7;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;
import rotable.store.JournalMapper.EntryRow;
import rotable.store.JournalMapper.StoredRow;

/// The journal of one bench: entries in the database, once more in the mirror, one after the other.
final class Journal {
    private final BenchIdentity identity;
    private final Database database;
    private final Mirror mirror;
    private final BenchKey key;
    private final Stored stored;
    private final Folding folding;
    private final Sealer sealer;
    private Head head;
    private long lastNo;
    private Watermark watermark = Watermark.NONE;
    private InstantSource clock = InstantSource.system();
    private Optional<Kind> stopped = Optional.empty();

    /// Folds entries into the read models, in the transaction that writes them.
    interface Folding {
        /// @param no the arrival number of the first of them
        void fold(JournalMapper db, List<Entry> entries, long no);
    }

    Journal(
            BenchIdentity identity,
            Database database,
            Mirror mirror,
            BenchKey key,
            Stored stored,
            Folding folding) {
        this.identity = identity;
        this.database = database;
        this.mirror = mirror;
        this.key = key;
        this.stored = stored;
        this.folding = folding;
        this.sealer =
                new Sealer(
                        identity.realm(),
                        identity.depot(),
                        identity.app(),
                        () -> freshId().toString());
        this.head = new Head(identity.bench(), "", 0, 0, Sha256.NONE);
    }

    private static UUID freshId() {
        var random = ThreadLocalRandom.current();
        return Uuid7.of(System.currentTimeMillis(), random.nextLong(), random.nextLong());
    }

    Head head() {
        return head;
    }

    /// The arrival number of the last entry of all benches.
    long lastNo() {
        return lastNo;
    }

    /// How far the entries of all benches are here.
    Watermark watermark() {
        return watermark;
    }

    /// Goes on behind entries of other benches that were written.
    ///
    /// @param no the arrival number of the last of them
    void arrived(long no, Watermark now) {
        lastNo = no;
        watermark = now;
    }

    /// Finds the head, brings database and mirror together, and begins an epoch where one is due.
    void start(InstantSource dates) throws RecordProblem {
        clock = dates;
        var first = database.inTransaction(db -> Optional.ofNullable(db.first()));
        if (first.isPresent()) checkRealm(first.get());
        var last = database.inTransaction(this::findHead);
        var why =
                switch (new Witness(database, mirror, identity.bench(), identity.realm())
                        .compare(last)) {
                    case Witness.Finding.Agreed f -> Optional.<String>empty();
                    case Witness.Finding.DatabaseBehind f -> replay(f.lost());
                    case Witness.Finding.Differ f -> Optional.of("database and mirror differ");
                };
        if (head.seq() == 0 || why.isPresent()) beginEpoch(why.orElse("enrolled"), head);
    }

    /// A rehearsal is never opened as a record, nor a record as a rehearsal.
    private void checkRealm(StoredRow first) throws RecordProblem {
        var other = identity.realm() == Realm.RECORD ? Realm.REHEARSAL : Realm.RECORD;
        if (EntryCodec.hash(other, Stored.line(first)).equals(first.hash()))
            throw new RecordProblem(
                    Kind.OTHER,
                    "this data folder holds a " + other.name().toLowerCase(Locale.ROOT));
    }

    /// The arrival number of this bench's last entry, which becomes the head; 0 where there is
    /// none.
    private long findHead(JournalMapper db) {
        for (var row : db.epochs()) stored.entry(row).ifPresent(stored.epochs()::learn);
        lastNo = db.lastNo();
        watermark = Progress.watermark(db);
        var newest = stored.epochs().newest(identity.bench(), key.publicHex());
        var seq = newest.map(epoch -> db.lastOf(identity.bench(), epoch));
        if (seq.isEmpty()) return 0;
        long last = requireNonNull(db.at(identity.bench(), newest.get(), seq.get())).no();
        var row = db.place(last);
        // The place is in columns, so that a line changed by hand can't move the head.
        head =
                new Head(
                        row.bench(),
                        row.epoch(),
                        stored.epochs().ordinal(row.bench(), row.epoch()),
                        row.seq(),
                        row.hash());
        return last;
    }

    private Optional<String> replay(List<Entry> lost) throws RecordProblem {
        for (var entry : lost) {
            stored.epochs().learn(entry);
            write(List.of(entry));
        }
        return Optional.empty();
    }

    /// Begins an epoch after the ones in which another computer was this bench, so that no number
    /// is given twice.
    ///
    /// @return whether there was such a computer, and nothing was begun after it yet
    boolean succeed() throws RecordProblem {
        var elsewhere = stored.epochs().elsewhere(identity.bench(), key.publicHex());
        if (elsewhere.isEmpty()) return false;
        var last = database.inTransaction(db -> lastOf(db, elsewhere.get()));
        if (last.ordinal() < head.ordinal()) return false;
        beginEpoch("on another computer", last);
        return true;
    }

    private Head lastOf(JournalMapper db, String epoch) {
        var bench = identity.bench();
        long seq = requireNonNull(db.lastOf(bench, epoch));
        var row = requireNonNull(db.at(bench, epoch, seq));
        return new Head(bench, epoch, stored.epochs().ordinal(bench, epoch), seq, row.hash());
    }

    /// @param after the last entry before it
    private void beginEpoch(String why, Head after) throws RecordProblem {
        var previous =
                after.seq() == 0
                        ? Optional.<EpochBegun.Predecessor>empty()
                        : Optional.of(
                                new EpochBegun.Predecessor(
                                        after.epoch(), after.seq(), after.hash()));
        var epoch = UUID.randomUUID().toString();
        head = new Head(identity.bench(), epoch, after.ordinal() + 1, 0, Sha256.NONE);
        var begun = new EpochBegun(identity.bench(), why, previous, key.publicHex());
        var moment = new Moment(clock.instant(), "start", 0, Optional.empty(), Optional.empty());
        append(
                new Draft(
                        UUID.randomUUID(), Draft.SYSTEM, Optional.empty(), moment, List.of(begun)));
    }

    /// Seals and writes a command, in the database and then in the mirror.
    List<Entry> append(Draft draft) throws RecordProblem {
        if (stopped.isPresent())
            throw new RecordProblem(stopped.get(), "nothing more is written until a new start");
        var entries = sealer.seal(head, watermark.position(), draft);
        try {
            write(entries);
        } catch (RecordProblem e) {
            if (e.kind() == Kind.DAMAGED) stopped = Optional.of(Kind.DAMAGED);
            var before = recorded(draft.command());
            if (!before.isEmpty()) return before;
            throw e;
        }
        witness(entries);
        return entries;
    }

    /// What a command recorded, if it did: its id is unique, so the second attempt fails.
    private List<Entry> recorded(UUID command) throws RecordProblem {
        if (stopped.isPresent()) return List.of();
        return database.inTransaction(
                db ->
                        db.ofCommand(command.toString()).stream()
                                .flatMap(r -> stored.entry(r).stream())
                                .toList());
    }

    private void write(List<Entry> entries) throws RecordProblem {
        entries.forEach(stored.epochs()::learn);
        long from = lastNo + 1;
        database.inTransaction(
                db -> {
                    for (int i = 0; i < entries.size(); i++)
                        db.insert(EntryRow.of(from + i, entries.get(i)));
                    folding.fold(db, entries, from);
                    return from;
                });
        lastNo += entries.size();
        var last = entries.getLast();
        var e = last.envelope();
        head =
                new Head(
                        e.bench(),
                        e.epoch(),
                        stored.epochs().ordinal(e.bench(), e.epoch()),
                        e.seq(),
                        last.hash());
    }

    /// What reached the database but not its witness must not be followed by more: the next start
    /// brings the two together again.
    private void witness(List<Entry> entries) throws RecordProblem {
        try {
            mirror.append(entries.stream().map(Entry::line).toList());
        } catch (RecordProblem e) {
            stopped = Optional.of(Kind.UNWITNESSED);
            throw new RecordProblem(Kind.UNWITNESSED, String.valueOf(e.getMessage()), e);
        }
    }
}
