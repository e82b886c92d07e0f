// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import rotable.fact.BenchFact.EpochBegun;
import rotable.fact.Fact;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Head;
import rotable.journal.Moment;
import rotable.journal.Realm;
import rotable.journal.Sealer;
import rotable.journal.Sha256;
import rotable.journal.Uuid7;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.release.Integrity;
import rotable.release.Integrity.Damage;
import rotable.store.JournalMapper.EntryRow;
import rotable.store.JournalMapper.StoredRow;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// The record of one bench on its own disk: Derby, and a mirror file as witness.
// Longer than most: the order of lock, database, mirror and fold is one story and reads best whole.
public final class DerbyRecord implements DepotRecord {
    private static final int CACHED_UNITS = 256;

    private final BenchIdentity identity;
    private final InstanceLock lock;
    private final Database database;
    private final Mirror mirror;
    private final BenchKey key;
    private final Sealer sealer;
    private final Stored stored;
    private final Map<UnitId, Unit> cache = new LinkedHashMap<>(64, 0.75f, true);
    private Head head;
    private long lastNo;
    private long verifiedTo;
    private Optional<Damage> damage = Optional.empty();
    private Reference reference = Reference.EMPTY;
    private boolean stopped;

    private DerbyRecord(
            BenchIdentity identity,
            InstanceLock lock,
            Database database,
            Mirror mirror,
            BenchKey key) {
        this.identity = identity;
        this.lock = lock;
        this.database = database;
        this.mirror = mirror;
        this.key = key;
        this.stored = new Stored(identity.realm());
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

    /// Opens the record in a data folder, making it where there is none.
    ///
    /// @param clock dates the entry with which a new epoch begins
    /// @throws RecordProblem when another Rotable has it open, or it can't be opened or written
    public static DerbyRecord open(Path folder, BenchIdentity identity, InstantSource clock)
            throws RecordProblem {
        makeFolder(folder);
        var lock = InstanceLock.take(folder.resolve("rotable.lock"));
        try {
            var mirrorFile = folder.resolve("mirror.log");
            var witness = Mirror.read(mirrorFile);
            var record =
                    new DerbyRecord(
                            identity,
                            lock,
                            Database.open(folder.resolve("db")),
                            Mirror.open(mirrorFile),
                            BenchKey.in(folder));
            record.start(witness, clock);
            return record;
        } catch (RecordProblem | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void makeFolder(Path folder) throws RecordProblem {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RecordProblem(Kind.READ_ONLY, String.valueOf(e.getMessage()), e);
        }
        if (!Files.isWritable(folder))
            throw new RecordProblem(Kind.READ_ONLY, folder + " can't be written");
    }

    private void start(List<String> witness, InstantSource clock) throws RecordProblem {
        var lines = loadHead();
        var first = database.inTransaction(db -> Optional.ofNullable(db.first()));
        if (first.isPresent()) checkRealm(first.get());
        var why = compare(lines, witness);
        if (head.seq() == 0 || why.isPresent()) beginEpoch(why.orElse("enrolled"), clock);
        reload();
        verifyChains();
    }

    /// Reads this bench's entries to find the head; returns their lines.
    private List<String> loadHead() throws RecordProblem {
        return database.inTransaction(
                db -> {
                    lastNo = db.lastNo();
                    var lines = new ArrayList<String>();
                    for (var row : db.ofBench(identity.bench())) {
                        lines.add(Stored.line(row));
                        stored.entry(row).ifPresent(e -> headAt(e, row.hash()));
                    }
                    return lines;
                });
    }

    /// A rehearsal is never opened as a record, nor a record as a rehearsal.
    private void checkRealm(StoredRow first) throws RecordProblem {
        var other = identity.realm() == Realm.RECORD ? Realm.REHEARSAL : Realm.RECORD;
        if (EntryCodec.hash(other, Stored.line(first)).equals(first.hash()))
            throw new RecordProblem(
                    Kind.OTHER,
                    "this data folder holds a " + other.name().toLowerCase(Locale.ROOT));
    }

    private void headAt(Entry e, String hash) {
        var env = e.envelope();
        var ordinal = env.epoch().equals(head.epoch()) ? head.ordinal() : head.ordinal() + 1;
        stored.learn(env.bench(), env.epoch(), ordinal);
        head = new Head(env.bench(), env.epoch(), ordinal, env.seq(), hash);
    }

    /// Compares the database with its witness: what one of them lacks at its end is brought over;
    /// where they differ, both stay as they are and a new epoch says so.
    private Optional<String> compare(List<String> lines, List<String> witness)
            throws RecordProblem {
        int common = Math.min(lines.size(), witness.size());
        // An entry changed in place is for verification to name; it is not a second history.
        if (common > 0 && !sameAddress(lines.get(common - 1), witness.get(common - 1))) {
            mirror.setAside(lines);
            return Optional.of("database and mirror differ");
        }
        for (var line : witness.subList(common, witness.size())) replay(line);
        if (lines.size() > common) mirror.append(lines.subList(common, lines.size()));
        return Optional.empty();
    }

    private boolean sameAddress(String a, String b) {
        if (a.equals(b)) return true;
        try {
            var x = EntryCodec.read(identity.realm(), a).envelope();
            var y = EntryCodec.read(identity.realm(), b).envelope();
            return x.entry().equals(y.entry());
        } catch (rotable.journal.BadEntry e) {
            return true;
        }
    }

    private void replay(String line) throws RecordProblem {
        var entry = EntryCodec.read(identity.realm(), line);
        headAt(entry, entry.hash());
        commit(List.of(entry));
    }

    private void beginEpoch(String why, InstantSource clock) throws RecordProblem {
        var previous =
                head.seq() == 0
                        ? Optional.<EpochBegun.Predecessor>empty()
                        : Optional.of(
                                new EpochBegun.Predecessor(head.epoch(), head.seq(), head.hash()));
        head =
                new Head(
                        identity.bench(),
                        UUID.randomUUID().toString(),
                        head.ordinal() + 1,
                        0,
                        Sha256.NONE);
        var begun = new EpochBegun(identity.bench(), why, previous, key.publicHex());
        var moment = new Moment(clock.instant(), "start", 0, Optional.empty(), Optional.empty());
        append(
                new Draft(
                        UUID.randomUUID(), Draft.SYSTEM, Optional.empty(), moment, List.of(begun)));
    }

    private void reload() throws RecordProblem {
        cache.clear();
        reference = Reference.EMPTY;
        for (var r : about(Fold.REFERENCE)) reference = ReferenceFold.apply(reference, r.fact());
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Entry> append(Draft draft) throws RecordProblem {
        if (stopped) throw new RecordProblem(Kind.DAMAGED, "nothing more is written");
        var before = recorded(draft.command());
        if (!before.isEmpty()) return before;
        var entries = sealer.seal(head, 0, draft);
        try {
            commit(entries);
            witness(entries);
        } catch (RecordProblem e) {
            if (e.kind() == Kind.DAMAGED) stopped = true;
            cache.clear();
            throw e;
        }
        return entries;
    }

    /// What reached the database but not its witness must not be followed by more: the next start
    /// brings the two together again.
    private void witness(List<Entry> entries) throws RecordProblem {
        try {
            mirror.append(entries.stream().map(Entry::line).toList());
        } catch (RecordProblem e) {
            stopped = true;
            throw e;
        }
    }

    private List<Entry> recorded(UUID command) throws RecordProblem {
        return database.inTransaction(
                db ->
                        db.ofCommand(command.toString()).stream()
                                .flatMap(r -> stored.entry(r).stream())
                                .toList());
    }

    private void commit(List<Entry> entries) throws RecordProblem {
        var touched = new ArrayList<Unit>();
        for (var id : Fold.units(entries)) touched.add(with(unit(id), entries));
        database.inTransaction(
                db -> {
                    long no = lastNo;
                    for (var e : entries) {
                        db.insert(row(++no, e));
                        Fold.index(db, e, no);
                    }
                    for (var unit : touched) Fold.write(db, unit, no);
                    return no;
                });
        advance(entries, touched);
    }

    private Unit with(Unit unit, List<Entry> entries) {
        var history = new ArrayList<>(unit.history());
        var subject = Subject.of(unit.id());
        for (var e : entries)
            if (e.envelope().subjects().contains(subject))
                history.add(new Recorded(e, stamp(e), Optional.empty()));
        return Unit.of(unit.id(), history);
    }

    private rotable.journal.Stamp stamp(Entry e) {
        stored.learn(e.envelope().bench(), e.envelope().epoch(), head.ordinal());
        return stored.stamp(e, 0);
    }

    private void advance(List<Entry> entries, List<Unit> touched) {
        lastNo += entries.size();
        var last = entries.getLast();
        if (verifiedTo == head.seq()) verifiedTo = last.envelope().seq();
        head =
                new Head(
                        head.bench(),
                        last.envelope().epoch(),
                        head.ordinal(),
                        last.envelope().seq(),
                        last.hash());
        for (var unit : touched) remember(unit);
        for (var e : entries) reference = ReferenceFold.apply(reference, e.fact());
    }

    private void remember(Unit unit) {
        cache.put(unit.id(), unit);
        if (cache.size() > CACHED_UNITS) cache.remove(cache.keySet().iterator().next());
    }

    private static EntryRow row(long no, Entry entry) {
        var e = entry.envelope();
        return new EntryRow(
                no,
                e.bench(),
                e.epoch(),
                e.seq(),
                entry.hash(),
                e.command(),
                e.index(),
                e.type(),
                entry.line().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reference reference() {
        return reference;
    }

    @Override
    public Unit unit(UnitId id) throws RecordProblem {
        var cached = cache.get(id);
        if (cached != null) return cached;
        var unit = Unit.of(id, about(Subject.of(id)));
        remember(unit);
        return unit;
    }

    @Override
    public List<Recorded> about(Subject subject) throws RecordProblem {
        return database.inTransaction(db -> stored.history(db, subject));
    }

    @Override
    public List<UnitId> unitsWithSerial(String serial) throws RecordProblem {
        return database.inTransaction(
                db -> db.unitsWithSerial(serial).stream().map(UnitId::parse).toList());
    }

    @Override
    public Optional<UnitId> unitOf(String ownId) throws RecordProblem {
        return database.inTransaction(db -> Optional.ofNullable(db.unitOf(ownId)))
                .map(UnitId::parse);
    }

    @Override
    public List<UnitId> openHere() throws RecordProblem {
        return database.inTransaction(
                db -> db.openAt(identity.bench()).stream().map(UnitId::parse).toList());
    }

    @Override
    public Integrity integrity(UnitId unit) throws RecordProblem {
        var subject = Subject.of(unit);
        var bad =
                database.inTransaction(
                        db ->
                                db.about(subject.kind().name(), subject.id()).stream()
                                        .filter(r -> !hashes(r))
                                        .findFirst());
        var found =
                bad.map(
                        r ->
                                new Damage(
                                        stored.entry(r)
                                                .map(Verification::address)
                                                .orElse("row " + r.no()),
                                        "its text is not the one that was recorded"));
        return new Integrity(verifiedTo, head.seq(), found.or(() -> damage));
    }

    private boolean hashes(JournalMapper.StoredRow row) {
        return EntryCodec.hash(identity.realm(), Stored.line(row)).equals(row.hash());
    }

    /// Verifies every chain from its beginning; the first bad entry, if there is one.
    public Verified verifyChains() throws RecordProblem {
        var verification = new Verification(identity.realm());
        damage =
                database.inTransaction(
                        db -> {
                            for (var row : db.all()) {
                                var wrong = verification.next(row);
                                if (wrong.isPresent()) return wrong;
                            }
                            return Optional.empty();
                        });
        verifiedTo = damage.isPresent() ? 0 : head.seq();
        return new Verified(verification.entries(), damage);
    }

    /// What a verification found.
    public record Verified(long entries, Optional<Damage> damage) {}

    /// Drops the read models and folds them anew.
    public void rebuild() throws RecordProblem {
        database.inTransaction(
                db -> {
                    Fold.rebuild(db, stored);
                    return lastNo;
                });
        reload();
    }

    /// SHA-256 over everything in the read models, in order: equal states have equal hashes.
    public String stateHash() throws RecordProblem {
        return database.inTransaction(
                db -> {
                    var text = new StringBuilder();
                    for (var line : db.readModels()) text.append(line).append('\n');
                    return Sha256.hex("rotable-state-1\n", text.toString());
                });
    }

    /// All lines of the journal, in canonical order.
    public List<String> lines() throws RecordProblem {
        return database.inTransaction(
                db -> {
                    var lines = new ArrayList<String>();
                    for (var row : db.all()) lines.add(Stored.line(row));
                    return lines;
                });
    }

    /// A checkpoint over the head as it is now.
    public Fact checkpoint() {
        return key.checkpoint(head);
    }

    /// The PIN verifiers.
    public PinStore pins() {
        return new PinStore(database);
    }

    @Override
    public long waiting() {
        return head.seq();
    }

    @Override
    public void close() {
        mirror.close();
        database.close();
        lock.close();
    }
}
