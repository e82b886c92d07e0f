// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.List;
import java.util.Optional;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import rotable.journal.Entry;
import rotable.record.RecordProblem;
import rotable.release.Integrity.Damage;

/// How far the chains of the journal are verified: a piece at a time, from the beginning.
final class Chains {
    private static final int PIECE = 500;

    private final Database database;
    private final Stored stored;
    private Verification verification;

    Chains(Database database, Stored stored) {
        this.database = database;
        this.stored = stored;
        this.verification = new Verification(stored.realm());
    }

    /// The arrival number up to which everything was looked at.
    long mark() {
        return verification.mark();
    }

    long entries() {
        return verification.entries();
    }

    /// The first thing that was found wrong.
    Optional<Damage> damage() {
        return verification.damage();
    }

    /// Begins anew.
    void restart() {
        verification = new Verification(stored.realm());
    }

    /// Goes on past entries that were sealed just now, if everything before them was looked at.
    void sealed(List<Entry> entries, long lastNo) {
        verification.sealed(entries, lastNo);
    }

    /// Verifies some further entries; returns whether there are more.
    boolean further(long lastNo) throws RecordProblem {
        var mark = verification.mark();
        var rows = database.inTransaction(db -> db.between(mark, mark + PIECE));
        if (rows.isEmpty()) skip(mark, lastNo);
        verification.next(rows);
        return verification.mark() < lastNo;
    }

    /// Rows that are missing altogether must not stop the walk: the next one tells what it lacks.
    private void skip(long mark, long lastNo) throws RecordProblem {
        var next = database.inTransaction(db -> db.nextAfter(mark));
        verification.skipTo(next == null ? lastNo : next - 1);
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

    private String address(JournalMapper.StoredRow row) {
        return stored.entry(row).map(Verification::address).orElse("row " + row.no());
    }
}
