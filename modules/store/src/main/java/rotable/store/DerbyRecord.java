// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import rotable.exchange.Replica;
import rotable.fact.BenchFact;
import rotable.fact.BenchFact.SignedOut;
import rotable.fact.BenchFact.Voucher;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.fact.ReferenceFact;
import rotable.fact.ReleaseFact;
import rotable.fact.Subject;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.Skeleton;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.EntryReader;
import rotable.journal.Head;
import rotable.journal.Sha256;
import rotable.people.PinTries;
import rotable.record.DepotRecord;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;
import rotable.reference.Reference;
import rotable.reference.ReferenceFold;
import rotable.release.Integrity;
import rotable.release.Integrity.Damage;
import rotable.unit.Hold;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// The record of one bench on its own disk: Derby, and mirror files as witness.
// A facade over the port, and so a little longer than most.
public final class DerbyRecord implements DepotRecord {
    /// Serials asked about in one statement. As many entries back is not long ago.
    private static final int LAST = 50;

    private static final int TOGETHER = 100;

    private final Ground ground;
    private final Database database;
    private final BenchIdentity identity;
    private final Stored stored;
    private final Journal journal;
    private final Drafts drafts;
    private final Chains chains;
    private final Outbox outbox;
    private final Ahead ahead;
    private final PinsAway pinsAway;
    private final UnitCache cache = new UnitCache();
    private Reference reference = Reference.EMPTY;
    private Reference heeded = Reference.EMPTY;
    private List<Unit> touched = List.of();

    private DerbyRecord(BenchIdentity identity, Ground ground, EntryReader reader) {
        this.identity = identity;
        this.ground = ground;
        this.database = ground.database();
        this.stored = Stored.of(reader);
        this.journal = new Journal(identity, ground, stored, this::fold);
        this.chains = new Chains(database, stored);
        this.drafts = new Drafts(database);
        this.ahead = new Ahead(stored);
        this.pinsAway = new PinsAway(database, stored, identity.bench());
        this.outbox = new Outbox(database, stored, identity.bench());
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
            return opened(Ground.in(folder, lock), identity, clock);
        } catch (RecordProblem | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// What can't be opened is not left half open.
    private static DerbyRecord opened(Ground ground, BenchIdentity identity, InstantSource clock)
            throws RecordProblem {
        try {
            return on(ground, identity, EntryReader.of(identity.realm()), clock);
        } catch (RecordProblem | RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    /// Opens the record on its ground.
    static DerbyRecord on(
            Ground ground, BenchIdentity identity, EntryReader reader, InstantSource clock)
            throws RecordProblem {
        var record = new DerbyRecord(identity, ground, reader);
        for (var r : record.about(Routes.SPLITS)) record.stored.routes().learn(r.entry());
        record.journal.start(clock);
        record.outbox.start();
        record.refoldOlder();
        record.fillSkeletons();
        record.reload();
        record.readAhead();
        return record;
    }

    /// What another version folded, and perhaps did not understand, is folded anew.
    private void refoldOlder() throws RecordProblem {
        database.inTransaction(
                db -> {
                    if (!Progress.foldedAs(db, Fold.version(stored)) && db.lastNo() > 1)
                        Fold.rebuild(db, stored);
                    return 0;
                });
    }

    /// Whether there is a record in a folder.
    public static boolean isIn(Path folder) {
        return Files.isDirectory(folder.resolve("db"));
    }

    private static void makeFolder(Path folder) throws RecordProblem {
        try {
            var fresh = !Files.exists(folder);
            Files.createDirectories(folder);
            // One that is there already is as whoever made it wants it.
            if (fresh) DerbyDatabase.keepToOwner(folder);
        } catch (IOException e) {
            throw new RecordProblem(Kind.READ_ONLY, String.valueOf(e.getMessage()), e);
        }
        if (!Files.isWritable(folder))
            throw new RecordProblem(Kind.READ_ONLY, folder + " can't be written");
    }

    /// Rows that an older Rotable wrote have no skeleton yet.
    private void fillSkeletons() throws RecordProblem {
        var filled = 0;
        do {
            filled =
                    database.inTransaction(
                            db -> {
                                var units = db.unitsWithoutSkeleton();
                                for (var u : units)
                                    db.skeleton(u, Skeleton.of(UnitId.parse(u).serial()));
                                return units.size();
                            });
        } while (filled > 0);
    }

    private void reload() throws RecordProblem {
        cache.clear();
        reference = Reference.EMPTY;
        for (var r : about(Fold.REFERENCE))
            reference = ReferenceFold.apply(reference, r.fact(), r.stamp());
    }

    @Override
    public Head head() {
        return journal.head();
    }

    @Override
    public List<Entry> append(Draft draft) throws RecordProblem {
        if (!closing(draft)) ground.space().check();
        var before = journal.lastNo();
        var entries = List.<Entry>of();
        try {
            entries = journal.append(draft);
        } catch (RecordProblem | RuntimeException e) {
            cache.clear();
            relearn(e);
            throw e;
        }
        if (journal.lastNo() == before) return entries;
        chains.sealed(entries, before);
        touched.forEach(cache::put);
        for (var e : entries) {
            reference = ReferenceFold.apply(reference, e.fact(), stored.stamp(e, 0));
            if (e.fact() instanceof BenchFact.PinSet) pinsAway.changed();
        }
        if (entries.stream().anyMatch(e -> concernsReference(e.fact()))) heed();
        outbox.sealed(entries);
        return entries;
    }

    private static boolean concernsReference(Fact fact) {
        return fact instanceof ReferenceFact || fact instanceof Fact.Unknown;
    }

    /// Whether a command only closes what is under way, which there is always room for.
    private static boolean closing(Draft draft) {
        return draft.facts().stream().allMatch(f -> f instanceof SignedOut || f instanceof Voucher);
    }

    @Override
    public Fact checkpoint() {
        return journal.checkpoint();
    }

    private void fold(JournalMapper db, List<Entry> entries, long no) {
        var before = Fold.units(db, stored, entries).stream().map(id -> unit(db, id)).toList();
        var made = Fold.command(db, stored, entries, no, id -> unit(db, id));
        stored.tail().sealed(made);
        for (var e : entries) Fold.tries(db, e);
        touched = before.stream().map(unit -> with(db, unit, made)).toList();
        for (var unit : touched) Fold.write(db, unit, no + last(entries, unit.id()));
    }

    /// Which of a command's entries is the last about a unit, from 0.
    private int last(List<Entry> entries, UnitId id) {
        int i = entries.size() - 1;
        while (i > 0 && !stored.routes().units(entries.get(i)).contains(id)) i--;
        return i;
    }

    private Unit with(JournalMapper db, Unit unit, List<Recorded> made) {
        // A unit that was told apart from another brings what was recorded of it with it.
        if (made.stream().anyMatch(r -> r.fact() instanceof CaseFact.Split))
            return Unit.of(unit.id(), stored.history(db, Subject.of(unit.id())));
        var history = new ArrayList<>(unit.history());
        for (var r : made) if (stored.routes().units(r.entry()).contains(unit.id())) history.add(r);
        return Unit.of(unit.id(), history);
    }

    @Override
    public Reference reference() {
        return heeded;
    }

    @Override
    public List<Hold> holdsAhead(UnitId unit) {
        return ahead.holds(unit);
    }

    private void readAhead() throws RecordProblem {
        database.inTransaction(
                db -> {
                    ahead.read(db);
                    return ahead;
                });
        heed();
    }

    /// The reference data with what is on its way here, and over it what this bench published
    /// since.
    private void heed() throws RecordProblem {
        var since = new ArrayList<Fact>();
        if (!ahead.isEmpty())
            for (var r : about(Fold.REFERENCE)) if (r.stamp().position() == 0) since.add(r.fact());
        heeded = ahead.heeded(reference, since);
    }

    /// What is remembered of the rows is read anew: a transaction that failed may have taught it.
    private void relearn(Exception failure) {
        stored.takenAway().clear();
        stored.tail().forget();
        stored.routes().forget();
        try {
            for (var r : about(Routes.SPLITS)) stored.routes().learn(r.entry());
        } catch (RecordProblem e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public Unit unit(UnitId id) throws RecordProblem {
        var cached = cache.get(id);
        if (cached.isPresent()) return cached.get();
        var unit = database.inTransaction(db -> unit(db, id));
        cache.put(unit);
        return unit;
    }

    private Unit unit(JournalMapper db, UnitId id) {
        return cache.get(id).orElseGet(() -> Unit.of(id, stored.history(db, Subject.of(id))));
    }

    @Override
    public List<Recorded> about(Subject subject) throws RecordProblem {
        return database.inTransaction(db -> stored.history(db, subject));
    }

    @Override
    public Optional<Recorded> recorded(String hash) throws RecordProblem {
        return database.inTransaction(db -> stored.recorded(db, hash));
    }

    @Override
    public List<UnitId> unitsWithSerial(String serial) throws RecordProblem {
        return database.inTransaction(
                db -> db.unitsWithSerial(serial).stream().map(UnitId::parse).toList());
    }

    @Override
    public List<UnitId> unitsBeginning(String serial) throws RecordProblem {
        var upper = serial.toUpperCase(Locale.ROOT);
        return database.inTransaction(
                db ->
                        db
                                .unitsBeginning(
                                        serial,
                                        serial + Character.MAX_VALUE,
                                        upper,
                                        upper + Character.MAX_VALUE)
                                .stream()
                                .map(UnitId::parse)
                                .toList());
    }

    @Override
    public List<UnitId> unitsWithAny(Collection<String> serials) throws RecordProblem {
        var all = List.copyOf(serials);
        return database.inTransaction(
                db -> {
                    var found = new TreeSet<String>();
                    for (int from = 0; from < all.size(); from += TOGETHER)
                        found.addAll(
                                db.unitsWithAny(
                                        all.subList(from, Math.min(from + TOGETHER, all.size()))));
                    return found.stream().map(UnitId::parse).toList();
                });
    }

    @Override
    public List<UnitId> unitsLookingLike(String serial) throws RecordProblem {
        var skeleton = Skeleton.of(serial);
        return database.inTransaction(
                db -> db.unitsLooking(skeleton).stream().map(UnitId::parse).toList());
    }

    @Override
    public List<String> serialsOf(PartId part) throws RecordProblem {
        var from = part + "/";
        return database.inTransaction(db -> db.serialsBetween(from, from + Character.MAX_VALUE));
    }

    @Override
    public Map<String, String> drafts(UnitId unit) throws RecordProblem {
        return drafts.of(unit);
    }

    @Override
    public void draft(UnitId unit, String field, String text) throws RecordProblem {
        drafts.keep(unit, field, text);
    }

    @Override
    public Optional<UnitId> unitOf(String ownId) throws RecordProblem {
        var named = database.inTransaction(db -> Optional.ofNullable(db.unitOf(ownId)));
        if (named.isEmpty()) return Optional.empty();
        var first = UnitId.parse(named.get());
        // The number may have been given to a stay of another unit that bears the address.
        for (var second : unit(first).seconds())
            if (bears(unit(second), ownId)) return Optional.of(second);
        return Optional.of(first);
    }

    /// Whether a number is that of one of the unit's stays, or of a release, also one that does not
    /// hold: its label may still be on the unit.
    private static boolean bears(Unit unit, String ownId) {
        return unit.orders().stream().anyMatch(o -> o.id().value().equals(ownId))
                || unit.own().stream()
                        .anyMatch(
                                r ->
                                        r.fact() instanceof ReleaseFact.Released f
                                                && f.release().value().equals(ownId));
    }

    @Override
    public List<OpenUnit> openHere() throws RecordProblem {
        return database.inTransaction(
                db ->
                        db.openAt(identity.bench()).stream()
                                .map(r -> new OpenUnit(UnitId.parse(r.unit()), r.touched()))
                                .toList());
    }

    @Override
    public Optional<UnitId> lastHere() throws RecordProblem {
        var h = head();
        var rows = database.inTransaction(db -> db.following(h.epoch(), h.seq() - LAST, h.seq()));
        for (var row : rows.reversed())
            for (var entry : stored.entry(row).stream().toList())
                for (var s : entry.envelope().subjects())
                    if (s.kind() == Subject.Kind.UNIT) return Optional.of(UnitId.parse(s.id()));
        return Optional.empty();
    }

    @Override
    public List<UnitId> disputed() throws RecordProblem {
        return database.inTransaction(db -> db.disputed().stream().map(UnitId::parse).toList());
    }

    @Override
    public PinTries pinTries(PersonId person) throws RecordProblem {
        var row = database.inTransaction(db -> Optional.ofNullable(db.pinTries(person.value())));
        return row.map(
                        r ->
                                new PinTries(
                                        r.wrong(), Instant.EPOCH.plus(r.last(), ChronoUnit.MICROS)))
                .orElse(PinTries.NONE);
    }

    @Override
    public Optional<Damage> damage(UnitId unit) throws RecordProblem {
        return chains.damage(unit);
    }

    @Override
    public Integrity integrity() {
        return new Integrity(chains.mark(), journal.lastNo(), chains.damage());
    }

    @Override
    public Integrity integrity(UnitId unit) throws RecordProblem {
        var damage = chains.damageBeside(List.of(Subject.of(unit), Fold.REFERENCE));
        return new Integrity(chains.mark(), journal.lastNo(), damage);
    }

    @Override
    public boolean verifyFurther() throws RecordProblem {
        return chains.further(journal.lastNo());
    }

    /// Verifies every chain once more from its beginning.
    public Verified verifyChains() throws RecordProblem {
        chains.restart();
        boolean more = true;
        while (more) more = verifyFurther();
        return new Verified(chains.entries(), chains.damage());
    }

    /// What a verification found.
    public record Verified(long entries, Optional<Damage> damage) {}

    /// Drops the read models and folds them anew.
    public void rebuild() throws RecordProblem {
        database.inTransaction(
                db -> {
                    Fold.rebuild(db, stored);
                    return 0;
                });
        reload();
        readAhead();
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

    /// SHA-256 over what everything that the centre placed comes to: equal on every bench that has
    /// the same of it.
    public String centralHash() throws RecordProblem {
        return database.inTransaction(
                db -> {
                    var text = new StringBuilder();
                    for (var id : db.units())
                        text.append(unit(db, UnitId.parse(id)).central()).append('\n');
                    return Sha256.hex("rotable-central-1\n", text.toString());
                });
    }

    /// The bench's Ed25519 public key, X.509 encoded, in hex.
    public String publicKey() {
        return ground.key().publicHex();
    }

    /// Hands out all lines of the journal, in canonical order.
    public void lines(Consumer<String> each) throws RecordProblem {
        database.inTransaction(
                db -> {
                    for (var row : db.all()) each.accept(Stored.line(row));
                    return 0;
                });
    }

    /// The PIN verifiers.
    public PinStore pins() {
        return new PinStore(database);
    }

    @Override
    public long broughtBack() {
        return journal.broughtBack();
    }

    @Override
    public boolean witnessMended() {
        return ground.mirror().wasDamaged() || journal.mirrorFilled();
    }

    @Override
    public Optional<Long> spaceLeft() {
        return ground.space().low();
    }

    @Override
    public long waiting() {
        return outbox.waiting();
    }

    @Override
    public Optional<Instant> waitingSince() {
        return outbox.since();
    }

    /// The journal as the exchange with the centre sees it.
    public Replica replica() {
        return new DerbyReplica(
                database, stored, journal, outbox, cache::get, ahead, pinsAway, owner());
    }

    private DerbyReplica.Owner owner() {
        return new DerbyReplica.Owner() {
            @Override
            public void arrived(Arrivals.Taken taken) throws RecordProblem {
                taken.units().forEach(cache::put);
                if (taken.pins()) pinsAway.changed();
                if (taken.reference()) reload();
                if (ahead.arrived(taken.now()) || taken.reference()) heed();
            }

            @Override
            public void append(Draft draft) throws RecordProblem {
                DerbyRecord.this.append(draft);
            }

            @Override
            public void failed(Exception why) {
                relearn(why);
            }

            @Override
            public void advised() throws RecordProblem {
                readAhead();
            }
        };
    }

    @Override
    public void close() {
        ground.close();
    }
}
