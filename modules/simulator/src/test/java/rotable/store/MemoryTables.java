// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;

/// The rows of a bench in memory: what [JournalMapper] says in SQL, once more in Java. A test holds
/// the two together.
// One method a statement, and so longer than most.
final class MemoryTables implements JournalMapper {
    private final Fuse fuse;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Table<Long, EntryRow> entries = new Table<>(this);
    private final Table<String, Long> byHash = new Table<>(this);
    private final Table<Place, Long> byPlace = new Table<>(this);
    private final Table<String, Long> byCommand = new Table<>(this);
    private final Table<Long, Long> position = new Table<>(this);
    private final Table<Long, Long> byPosition = new Table<>(this);
    private final Table<Subjected, Long> subjects = new Table<>(this);
    private final Table<String, OutcomeRow> outcomes = new Table<>(this);
    private final Table<String, UnitRow> unitRows = new Table<>(this);
    private final Table<String, String> ownIds = new Table<>(this);
    private final Table<String, TriesRow> tries = new Table<>(this);
    private final Table<String, Map<String, String>> drafts = new Table<>(this);
    private final Table<String, String> verifiers = new Table<>(this);
    private final Table<String, Far> acknowledged = new Table<>(this);
    private final Table<String, String> exchange = new Table<>(this);
    private final Table<Long, byte[]> advisories = new Table<>(this);

    private record Place(String epoch, long seq) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::epoch).thenComparingLong(Place::seq);

        @Override
        public int compareTo(Place o) {
            return ORDER.compare(this, o);
        }
    }

    private record Subjected(String kind, String id, long no) implements Comparable<Subjected> {
        private static final Comparator<Subjected> ORDER =
                Comparator.comparing(Subjected::kind)
                        .thenComparing(Subjected::id)
                        .thenComparingLong(Subjected::no);

        @Override
        public int compareTo(Subjected o) {
            return ORDER.compare(this, o);
        }
    }

    private record Far(long seq, long placed) {}

    MemoryTables(Fuse fuse) {
        this.fuse = fuse;
    }

    /// The same rows once more.
    MemoryTables copy(Fuse other) {
        var copy = new MemoryTables(other);
        entries.copyTo(copy.entries);
        byHash.copyTo(copy.byHash);
        advisories.copyTo(copy.advisories);
        byPlace.copyTo(copy.byPlace);
        byCommand.copyTo(copy.byCommand);
        position.copyTo(copy.position);
        byPosition.copyTo(copy.byPosition);
        subjects.copyTo(copy.subjects);
        outcomes.copyTo(copy.outcomes);
        unitRows.copyTo(copy.unitRows);
        ownIds.copyTo(copy.ownIds);
        tries.copyTo(copy.tries);
        drafts.copyTo(copy.drafts);
        verifiers.copyTo(copy.verifiers);
        acknowledged.copyTo(copy.acknowledged);
        exchange.copyTo(copy.exchange);
        return copy;
    }

    Fuse fuse() {
        return fuse;
    }

    Deque<Runnable> undo() {
        return undo;
    }

    void begin() {
        undo.clear();
    }

    void rollBack() {
        while (!undo.isEmpty()) undo.pop().run();
    }

    static PersistenceException twice(String key) {
        return new PersistenceException("there is a row " + key);
    }

    private StoredRow row(EntryRow e) {
        var o = outcomes.rows().get(e.hash());
        return new StoredRow(
                e.no(),
                e.hash(),
                e.line(),
                position.rows().get(e.no()),
                o == null ? null : o.why(),
                o == null ? null : o.rule(),
                o == null ? null : o.first(),
                o == null ? null : o.second());
    }

    private EntryRow entry(long no) {
        return requireNonNull(entries.rows().get(no));
    }

    private Stream<EntryRow> where(Predicate<EntryRow> wanted) {
        return entries.rows().values().stream().filter(wanted);
    }

    private static long canonically(StoredRow row) {
        var position = row.position();
        return position == null ? Long.MAX_VALUE : position;
    }

    private List<StoredRow> canonical(Stream<EntryRow> some) {
        return some.map(this::row)
                .sorted(
                        Comparator.comparingLong(MemoryTables::canonically)
                                .thenComparingLong(StoredRow::no))
                .toList();
    }

    @Override
    public void insert(EntryRow row) {
        entries.insert(row.no(), row);
        byHash.put(row.hash(), row.no());
        if (row.position() != null) place(row.no(), row.position());
    }

    @Override
    public void insertOwn(OwnRow row) {
        byPlace.insert(new Place(row.epoch(), row.seq()), row.no());
        byCommand.insert(row.command() + " %04d".formatted(row.idx()), row.no());
    }

    @Override
    public void insertOwns(List<OwnRow> rows) {
        rows.forEach(this::insertOwn);
    }

    @Override
    public void insertEntries(List<EntryRow> rows) {
        rows.forEach(this::insert);
    }

    @Override
    public void insertSubjects(List<SubjectRow> rows) {
        rows.forEach(this::insertSubject);
    }

    @Override
    public void insertSubject(SubjectRow row) {
        subjects.insert(new Subjected(row.kind(), row.id(), row.no()), row.no());
    }

    @Override
    public void insertOutcome(OutcomeRow row) {
        outcomes.insert(row.hash(), row);
    }

    @Override
    public int updateUnit(UnitRow row) {
        var before = unitRows.rows().get(row.unit());
        if (before == null) return 0;
        unitRows.put(row.unit(), row);
        return 1;
    }

    @Override
    public void insertUnit(UnitRow row) {
        unitRows.insert(row.unit(), row);
    }

    @Override
    public void insertOwnId(String id, String unit) {
        ownIds.insert(id, unit);
    }

    @Override
    public @Nullable String unitOf(String id) {
        return ownIds.rows().get(id);
    }

    private List<String> units(Predicate<UnitRow> wanted) {
        return unitRows.rows().values().stream().filter(wanted).map(UnitRow::unit).toList();
    }

    @Override
    public List<String> unitsBeginning(String from, String to, String upper, String upperTo) {
        return units(
                u ->
                        (u.serial().compareTo(from) >= 0 && u.serial().compareTo(to) < 0)
                                || (u.serial().compareTo(upper) >= 0
                                        && u.serial().compareTo(upperTo) < 0));
    }

    @Override
    public List<String> disputed() {
        return units(u -> u.disputed() == 1);
    }

    @Override
    public List<String> units() {
        return units(u -> true);
    }

    @Override
    public List<String> unitsLooking(String skeleton) {
        return units(u -> u.skeleton().equals(skeleton));
    }

    @Override
    public List<String> unitsWithAny(Collection<String> serials) {
        return units(u -> serials.contains(u.serial()));
    }

    @Override
    public List<String> unitsWithoutSkeleton() {
        return List.of();
    }

    @Override
    public void skeleton(String unit, String skeleton) {
        throw new UnsupportedOperationException("no row was ever without");
    }

    @Override
    public List<String> serialsBetween(String from, String to) {
        return unitRows.rows().subMap(from, to).values().stream().map(UnitRow::serial).toList();
    }

    @Override
    public List<String> unitsWithSerial(String serial) {
        return units(u -> u.serial().equals(serial));
    }

    @Override
    public List<OpenRow> openAt(String bench) {
        return unitRows.rows().values().stream()
                .filter(u -> u.open() == 1 && bench.equals(u.bench()))
                .sorted(Comparator.comparingLong(UnitRow::touched).reversed())
                .map(u -> new OpenRow(u.unit(), u.touched()))
                .toList();
    }

    private Collection<Long> arrivals(String kind, String id) {
        return subjects.rows()
                .subMap(new Subjected(kind, id, 0), new Subjected(kind, id, Long.MAX_VALUE))
                .values();
    }

    @Override
    public List<StoredRow> about(String kind, String id) {
        return canonical(arrivals(kind, id).stream().map(this::entry));
    }

    @Override
    public Cursor<StoredRow> all() {
        return new ListCursor<>(canonical(where(e -> true)));
    }

    @Override
    public List<StoredRow> ofCommand(String command) {
        return byCommand.rows().subMap(command + " ", command + "!").values().stream()
                .map(no -> row(entry(no)))
                .toList();
    }

    @Override
    public List<StoredRow> between(long from, long to) {
        return entries.rows().subMap(from, false, to, true).values().stream()
                .map(this::row)
                .toList();
    }

    @Override
    public List<StoredRow> own(long from, long to) {
        return byPlace.rows().values().stream()
                .filter(no -> no > from && no <= to)
                .sorted()
                .map(no -> row(entry(no)))
                .toList();
    }

    @Override
    public @Nullable StoredRow at(String epoch, long seq) {
        var no = byPlace.rows().get(new Place(epoch, seq));
        return no == null ? null : row(entry(no));
    }

    @Override
    public List<StoredRow> epochs() {
        return where(e -> e.type().equals("epoch-begun")).map(this::row).toList();
    }

    @Override
    public @Nullable Long lastOf(String epoch) {
        var last = byPlace.rows().floorKey(new Place(epoch, Long.MAX_VALUE));
        var its = last != null && last.epoch().equals(epoch);
        return its ? requireNonNull(last).seq() : null;
    }

    @Override
    public List<StoredRow> following(String epoch, long after, long to) {
        return byPlace
                .rows()
                .subMap(new Place(epoch, after), false, new Place(epoch, to), true)
                .values()
                .stream()
                .map(no -> row(entry(no)))
                .toList();
    }

    @Override
    public Cursor<StoredRow> placed(long after, long to) {
        return new ListCursor<>(
                byPosition.rows().subMap(after, false, to, true).values().stream()
                        .map(no -> row(entry(no)))
                        .toList());
    }

    @Override
    public @Nullable Long lastPlaced(String epoch) {
        var far = acknowledged.rows().get(epoch);
        return far == null ? null : far.placed();
    }

    @Override
    public @Nullable Long arrivalWith(String key, String hash) {
        return byHash.rows().get(hash);
    }

    @Override
    public void place(long no, long at) {
        position.insert(no, at);
        byPosition.insert(at, no);
    }

    @Override
    public @Nullable Long lastAbout(String kind, String id) {
        return arrivals(kind, id).stream().max(Long::compare).orElse(null);
    }

    @Override
    public void dropOutcome(String hash) {
        outcomes.remove(hash);
    }

    @Override
    public @Nullable Long acknowledged(String epoch) {
        var far = acknowledged.rows().get(epoch);
        return far == null ? null : far.seq();
    }

    @Override
    public int updateAcknowledged(String epoch, long seq) {
        var far = acknowledged.rows().get(epoch);
        if (far == null) return 0;
        acknowledged.put(epoch, new Far(seq, far.placed()));
        return 1;
    }

    @Override
    public void updatePlaced(String epoch, long seq) {
        var far = acknowledged.rows().get(epoch);
        if (far != null) acknowledged.put(epoch, new Far(far.seq(), seq));
    }

    @Override
    public void insertAcknowledged(String epoch, long seq) {
        acknowledged.insert(epoch, new Far(seq, 0));
    }

    @Override
    public @Nullable String exchange(String name) {
        return exchange.rows().get(name);
    }

    @Override
    public int updateExchange(String name, String text) {
        if (!exchange.rows().containsKey(name)) return 0;
        exchange.put(name, text);
        return 1;
    }

    @Override
    public void insertExchange(String name, String text) {
        exchange.insert(name, text);
    }

    @Override
    public @Nullable StoredRow first() {
        return entries.rows().containsKey(1L) ? row(entry(1)) : null;
    }

    @Override
    public @Nullable Long nextAfter(long after) {
        return entries.rows().higherKey(after);
    }

    @Override
    public long lastNo() {
        return entries.rows().isEmpty() ? 0 : entries.rows().lastKey();
    }

    @Override
    public Cursor<StoredRow> pins() {
        var wanted = List.of("pin-refused", "pin-accepted", "pin-unlocked", "pin-set");
        return new ListCursor<>(where(e -> wanted.contains(e.type())).map(this::row).toList());
    }

    @Override
    public void dropSubjects() {
        subjects.clear();
    }

    @Override
    public void dropSubjectsAfter(long no) {
        for (var s : List.copyOf(subjects.rows().entrySet()))
            if (s.getValue() > no) subjects.remove(s.getKey());
    }

    @Override
    public void dropOutcomes() {
        outcomes.clear();
    }

    @Override
    public void dropUnits() {
        unitRows.clear();
    }

    @Override
    public void dropOwnIds() {
        ownIds.clear();
    }

    @Override
    public Cursor<String> readModels() {
        var lines = new TreeSet<String>();
        subjects.rows().keySet().forEach(s -> lines.add("s " + s));
        outcomes.rows().values().forEach(o -> lines.add("o " + o));
        unitRows.rows()
                .values()
                .forEach(
                        u ->
                                lines.add(
                                        "u %s %s %d %d %d"
                                                .formatted(
                                                        u.unit(),
                                                        u.bench(),
                                                        u.open(),
                                                        u.disputed(),
                                                        u.touched())));
        tries.rows().forEach((p, t) -> lines.add("t " + p + " " + t));
        ownIds.rows().forEach((i, u) -> lines.add("i " + i + " " + u));
        return new ListCursor<>(List.copyOf(lines));
    }

    @Override
    public void dropAllPinTries() {
        tries.clear();
    }

    @Override
    public void dropPinTries(String person) {
        tries.remove(person);
    }

    @Override
    public void insertPinTries(String person, int wrong, long last) {
        tries.insert(person, new TriesRow(wrong, last));
    }

    @Override
    public @Nullable TriesRow pinTries(String person) {
        return tries.rows().get(person);
    }

    @Override
    public List<DraftRow> drafts(String unit) {
        return drafts.rows().getOrDefault(unit, Map.of()).entrySet().stream()
                .map(d -> new DraftRow(d.getKey(), d.getValue()))
                .toList();
    }

    @Override
    public void dropDraft(String unit, String field) {
        drafts.remove(unit + field);
    }

    @Override
    public void insertDraft(String unit, String field, String text) {
        drafts.insert(unit, Map.of(field, text));
    }

    @Override
    public @Nullable String pinVerifier(String person) {
        return verifiers.rows().get(person.toLowerCase(Locale.ROOT));
    }

    @Override
    public void dropPinVerifier(String person) {
        verifiers.remove(person);
    }

    @Override
    public void insertPinVerifier(String person, String verifier) {
        verifiers.insert(person, verifier);
    }

    /// Nobody has a PIN here.
    @Override
    public List<PinRow> pinVerifiers() {
        return List.of();
    }

    @Override
    public void pinOf(String person, String entry, int given) {
        throw new UnsupportedOperationException("nobody has a PIN here");
    }

    @Override
    public List<AdvisoryRow> advisories(long after) {
        return advisories.rows().tailMap(after, false).entrySet().stream()
                .map(e -> new AdvisoryRow(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public void dropAdvisories() {
        for (var position : List.copyOf(advisories.rows().keySet())) advisories.remove(position);
    }

    @Override
    public void insertAdvisory(long position, byte[] line) {
        advisories.insert(position, line);
    }

    /// A list that is read like rows.
    private static final class ListCursor<T> implements Cursor<T> {
        private final List<T> rows;

        ListCursor(List<T> rows) {
            this.rows = new ArrayList<>(rows);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isConsumed() {
            return false;
        }

        @Override
        public int getCurrentIndex() {
            return 0;
        }

        @Override
        public java.util.Iterator<T> iterator() {
            return rows.iterator();
        }

        @Override
        public void close() {}
    }
}
