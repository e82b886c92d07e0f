// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import rotable.exchange.CentralHead;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact.EpochBegun;
import rotable.fact.BenchFact.Voucher;
import rotable.fact.Fact;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;
import rotable.store.JournalMapper.EntryRow;
import rotable.store.JournalMapper.OwnRow;
import rotable.store.JournalMapper.StoredRow;

/// The journal of one bench: entries in the database, once more in the mirror, one after the other.
// Everything that moves the head in one place, and so longer than most.
final class Journal {
    private final BenchIdentity identity;
    private final Database database;
    private final Mirror mirror;
    private final BenchKey key;
    private final Ids ids;
    private final Stored stored;
    private final Folding folding;
    private final Sealer sealer;
    private Head head;
    private long lastNo;
    private Watermark watermark = Watermark.NONE;
    private InstantSource clock = InstantSource.system();
    private Optional<Kind> stopped = Optional.empty();
    private boolean awaits;
    private boolean mirrorFilled;
    private long broughtBack;

    /// Folds entries into the read models, in the transaction that writes them.
    interface Folding {
        /// @param no the arrival number of the first of them
        void fold(JournalMapper db, List<Entry> entries, long no);
    }

    Journal(BenchIdentity identity, Ground ground, Stored stored, Folding folding) {
        this.identity = identity;
        this.database = ground.database();
        this.mirror = ground.mirror();
        this.key = ground.key();
        this.ids = ground.ids();
        this.stored = stored;
        this.folding = folding;
        this.sealer =
                new Sealer(
                        identity.realm(),
                        identity.depot(),
                        identity.app(),
                        () -> ids.timed().toString());
        this.head = new Head(identity.bench(), "", 0, 0, Sha256.NONE);
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
        if (first.isPresent()) checkOwner(first.get());
        var last = database.inTransaction(this::findHead);
        var witness = new Witness(database, mirror, identity.bench(), stored);
        var why =
                switch (witness.compare(last)) {
                    case Witness.Finding.Agreed f -> Optional.<String>empty();
                    case Witness.Finding.DatabaseBehind f -> replay(f.lost());
                    case Witness.Finding.Differ f -> differ(f.lost());
                };
        mirrorFilled = witness.filled() > 1;
        if (head.seq() == 0 || why.isPresent()) beginEpoch(why.orElse("enrolled"), head);
        awaits = lacks();
        // Without a centre nothing is elsewhere: what there is of other epochs is here.
        if (!awaits && watermark.position() == 0) succeed();
    }

    /// Whether the mirror lacked more than an interrupted command leaves out.
    boolean mirrorFilled() {
        return mirrorFilled;
    }

    /// How many entries only the mirror had.
    long broughtBack() {
        return broughtBack;
    }

    /// Whether entries are not here that the epoch was begun after: the bench was restored, and has
    /// not got back yet what it lost.
    private boolean lacks() throws RecordProblem {
        var before = stored.epochs().lineage(head.bench(), head.epoch()).before();
        return database.inTransaction(
                db -> {
                    for (var e : before.entrySet()) {
                        var last = db.lastOf(e.getKey());
                        if (last == null || last < e.getValue()) return true;
                    }
                    return false;
                });
    }

    /// A rehearsal is never opened as a record, nor a record as a rehearsal, nor one bench's as
    /// another's. An entry that somebody changed is for verification to name.
    private void checkOwner(StoredRow first) throws RecordProblem {
        if (EntryCodec.hash(identity.realm(), Stored.line(first)).equals(first.hash())) {
            Owner.of(stored.reader().read(Stored.line(first))).check(identity);
            return;
        }
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
        var last = newest.flatMap(epoch -> Last.of(db, stored, identity.bench(), epoch));
        last.ifPresent(l -> head = l.head());
        return last.map(Last::no).orElse(0L);
    }

    /// Writes what only the mirror had, command by command.
    private Optional<String> replay(List<Entry> lost) throws RecordProblem {
        if (lastNo == 0 && !lost.isEmpty()) Owner.of(lost.getFirst()).check(identity);
        broughtBack = lost.size();
        database.inTransaction(
                db -> {
                    // Somebody may have taken the rows away, and left what points to them.
                    db.dropSubjectsAfter(lastNo);
                    for (var entry : lost) db.dropOutcome(entry.hash());
                    return lastNo;
                });
        var command = new ArrayList<Entry>();
        for (var entry : lost) {
            command.add(entry);
            var e = entry.envelope();
            if (e.index() + 1 < e.count()) continue;
            write(List.copyOf(command));
            command.clear();
        }
        return Optional.empty();
    }

    /// Two stories go on in an epoch behind both.
    private Optional<String> differ(List<Entry> lost) throws RecordProblem {
        var newest = head;
        replay(lost);
        if (newest.ordinal() > head.ordinal()) head = newest;
        return Optional.of("database and mirror differ");
    }

    /// The centre told which epochs of this bench it has. Where one is not known here, nothing is
    /// recorded until it is: the numbers that would be given could have been given before.
    void told(List<CentralHead> heads) {
        awaits = !heads.stream().allMatch(h -> stored.epochs().knows(head.bench(), h.epoch()));
    }

    /// Begins an epoch after those in which another computer was this bench, or this one before it
    /// was restored, so that no number is given twice. Everything that the centre has is here.
    ///
    /// @return whether there was such an epoch, and nothing was begun after it yet
    boolean succeed() throws RecordProblem {
        awaits = false;
        var other = other();
        if (other.isEmpty()) return false;
        var last =
                database.inTransaction(
                        db -> Last.of(db, stored, identity.bench(), other.get()).orElseThrow());
        var own = stored.epochs().isOf(key.publicHex(), head.bench(), other.get());
        var alone = watermark.position() == 0 ? "with another key" : "on another computer";
        beginEpoch(own ? "restored" : alone, last.head());
        return true;
    }

    /// The newest epoch of this bench that is not the head's, unless the head's came after it.
    private Optional<String> other() {
        return stored.epochs()
                .newestBut(head.bench(), head.epoch())
                .filter(e -> stored.epochs().ordinal(head.bench(), e) >= head.ordinal());
    }

    /// Whether the centre has more of the epoch that is written to here.
    boolean isBehind(CentralHead centre) {
        return centre.epoch().equals(head.epoch()) && centre.seq() > head.seq();
    }

    /// Begins an epoch behind what the centre has of this one: the bench was restored from an older
    /// state, and no number is given twice.
    void restored(CentralHead centre) throws RecordProblem {
        beginEpoch(
                "restored",
                new Head(
                        identity.bench(),
                        centre.epoch(),
                        head.ordinal(),
                        centre.seq(),
                        centre.hash()));
        awaits = lacks();
    }

    /// What the bench's key says of the journal, as a command of its own; absent where the last
    /// entry says it already.
    Optional<Draft> voucher() throws RecordProblem {
        var last = database.inTransaction(db -> requireNonNull(db.at(head.epoch(), head.seq())));
        var vouched = stored.entry(last).map(Entry::fact);
        if (vouched.filter(f -> f instanceof Voucher).isPresent()) return Optional.empty();
        return Optional.of(byItself(checkpoint()));
    }

    /// What the bench's key says of the journal as it is now.
    Fact checkpoint() {
        return key.checkpoint(head, watermark);
    }

    private Draft byItself(Fact fact) {
        var moment = new Moment(clock.instant(), "bench", 0, Optional.empty(), Optional.empty());
        return new Draft(ids.plain(), Draft.SYSTEM, Optional.empty(), moment, List.of(fact));
    }

    /// @param after the last entry before it
    private void beginEpoch(String why, Head after) throws RecordProblem {
        var previous =
                after.seq() == 0
                        ? Optional.<EpochBegun.Predecessor>empty()
                        : Optional.of(
                                new EpochBegun.Predecessor(
                                        after.epoch(), after.seq(), after.hash()));
        var epoch = ids.plain().toString();
        head = new Head(identity.bench(), epoch, after.ordinal() + 1, 0, Sha256.NONE);
        var begun = new EpochBegun(identity.bench(), why, previous, key.publicHex());
        append(byItself(begun));
    }

    /// Seals and writes a command, in the database and then in the mirror.
    List<Entry> append(Draft draft) throws RecordProblem {
        if (stopped.isPresent())
            throw new RecordProblem(stopped.get(), "nothing more is written until a new start");
        if (!draft.operator().equals(Draft.SYSTEM) && (awaits || other().isPresent()))
            throw new RecordProblem(
                    Kind.AWAITING, "what this bench recorded before is still coming in");
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
        entries.forEach(stored::learn);
        long from = lastNo + 1;
        database.inTransaction(
                db -> {
                    for (int i = 0; i < entries.size(); i++) {
                        db.insert(EntryRow.of(from + i, entries.get(i), 0));
                        db.insertOwn(OwnRow.of(from + i, entries.get(i)));
                    }
                    folding.fold(db, entries, from);
                    return from;
                });
        lastNo += entries.size();
        head = stored.head(entries.getLast());
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
