// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.journal.Verification;
import rotable.record.RecordProblem;
import rotable.release.Integrity.Damage;
import rotable.store.JournalMapper.StoredRow;

/// How far the chains of the journal are verified: a piece at a time, from the beginning.
final class Chains {
    private static final int PIECE = 500;

    private final Database database;
    private final Stored stored;
    private static final String NO_CHAIN = "";

    private Verification verification;
    private long entries;
    private long mark;

    /// The first thing wrong in each chain, in the order in which it was found.
    private final Map<String, Damage> broken = new LinkedHashMap<>();

    Chains(Database database, Stored stored) {
        this.database = database;
        this.stored = stored;
        this.verification = new Verification(stored.reader().realm());
    }

    /// The arrival number up to which everything was looked at.
    long mark() {
        return mark;
    }

    long entries() {
        return entries;
    }

    /// The first thing that was found wrong.
    Optional<Damage> damage() {
        return broken.values().stream().findFirst();
    }

    /// The first thing that was found wrong in a chain in which entries about these stand. What
    /// can't be told of any chain is told of all.
    Optional<Damage> damageBeside(List<Subject> subjects) throws RecordProblem {
        if (broken.isEmpty()) return Optional.empty();
        var chains = new HashSet<>(Set.of(NO_CHAIN));
        for (var s : subjects)
            for (var row : database.inTransaction(db -> db.about(s.kind().name(), s.id())))
                chains.add(chain(row));
        return broken.entrySet().stream()
                .filter(b -> chains.contains(b.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String chain(StoredRow row) {
        return stored.entry(row).map(Verification::chain).orElse(NO_CHAIN);
    }

    /// Begins anew.
    void restart() {
        verification = new Verification(stored.reader().realm());
        entries = 0;
        mark = 0;
        broken.clear();
    }

    /// Goes on past entries that were sealed just now, if everything before them was looked at.
    void sealed(List<Entry> sealed, long lastNo) {
        if (mark != lastNo) return;
        sealed.forEach(verification::follow);
        entries += sealed.size();
        mark += sealed.size();
    }

    /// Verifies some further entries; returns whether there are more.
    boolean further(long lastNo) throws RecordProblem {
        long from = mark;
        var rows = database.inTransaction(db -> db.between(from, from + PIECE));
        if (rows.isEmpty()) skip(lastNo);
        rows.forEach(this::next);
        return mark < lastNo;
    }

    /// Rows that are missing altogether must not stop the walk: the next one tells what it lacks.
    private void skip(long lastNo) throws RecordProblem {
        long from = mark;
        var next = database.inTransaction(db -> Optional.ofNullable(db.nextAfter(from)));
        mark = next.map(n -> n - 1).orElse(lastNo);
    }

    /// Once something is wrong in a chain, everything after it there is only counted.
    private void next(StoredRow row) {
        mark = row.no();
        entries++;
        if (broken.containsKey(chain(row))) return;
        verification
                .next("row " + row.no(), Stored.line(row), row.hash())
                .ifPresent(f -> broken.put(chain(row), new Damage(f.entry(), f.why())));
    }

    /// The first entry about a unit that is not what was recorded, as the rows stand now.
    Optional<Damage> damage(UnitId unit) throws RecordProblem {
        var subject = Subject.of(unit);
        return database.inTransaction(
                        db ->
                                db.about(subject.kind().name(), subject.id()).stream()
                                        .filter(r -> !stored.hashes(r))
                                        .findFirst())
                .map(r -> new Damage(address(r), "its text is not the one that was recorded"));
    }

    private String address(StoredRow row) {
        return stored.entry(row).map(Verification::address).orElse("row " + row.no());
    }
}
