// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.exchange.Batch;
import rotable.exchange.CentralHead;
import rotable.exchange.Parcel;
import rotable.journal.Entry;
import rotable.journal.Sha256;
import rotable.record.RecordProblem;

/// What the centre lacks of this bench's entries: those after the last that it acknowledged.
final class Outbox {
    private final Database database;
    private final Stored stored;
    private final String bench;
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private Optional<Instant> since = Optional.empty();

    Outbox(Database database, Stored stored, String bench) {
        this.database = database;
        this.stored = stored;
        this.bench = bench;
    }

    /// Finds how far each epoch is.
    void start() throws RecordProblem {
        database.inTransaction(
                db -> {
                    for (var epoch : stored.epochs().all(bench)) {
                        var seq = db.lastOf(epoch);
                        last.put(epoch, seq == null ? 0 : seq);
                        acknowledged.put(epoch, Progress.acknowledged(db, epoch));
                    }
                    since = oldest(db);
                    return 0;
                });
    }

    /// Entries of this bench were sealed.
    void sealed(List<Entry> entries) {
        if (waiting() == 0) since = Optional.of(entries.getFirst().envelope().occurredAt());
        var e = entries.getLast().envelope();
        last.merge(e.epoch(), e.seq(), Math::max);
    }

    /// The centre told where it placed some of this bench's entries, and so has them. What is known
    /// here is brought up to date without asking the database how long each epoch is.
    void arrived(Batch batch) throws RecordProblem {
        var own = false;
        for (var a : batch.arrivals()) {
            var e = a.entry().envelope();
            if (!e.bench().equals(bench)) continue;
            last.merge(e.epoch(), e.seq(), Math::max);
            acknowledged.merge(e.epoch(), e.seq(), Math::max);
            own = true;
        }
        if (own) since = database.inTransaction(this::oldest);
    }

    /// When the oldest entry that the centre lacks was sealed.
    Optional<Instant> since() {
        return since;
    }

    private Optional<Instant> oldest(JournalMapper db) {
        for (var epoch : stored.epochs().all(bench)) {
            long after = acknowledged.getOrDefault(epoch, 0L);
            for (var row : db.following(epoch, after, after + 1))
                return stored.entry(row).map(e -> e.envelope().occurredAt());
        }
        return Optional.empty();
    }

    /// How many entries the centre lacks.
    long waiting() {
        long all = 0;
        for (var e : last.entrySet())
            all += e.getValue() - acknowledged.getOrDefault(e.getKey(), 0L);
        return all;
    }

    /// Takes note of what the centre has of epochs that are known here; says what is wrong where it
    /// has others.
    Optional<String> acknowledged(List<CentralHead> heads) throws RecordProblem {
        var its = new HashMap<String, CentralHead>();
        for (var head : heads) its.put(head.epoch(), head);
        return database.inTransaction(
                db -> {
                    for (var epoch : last.keySet()) {
                        var none = new CentralHead(epoch, 0, Sha256.NONE);
                        var head = its.getOrDefault(epoch, none);
                        var row = db.at(epoch, head.seq());
                        if (row != null && !row.hash().equals(head.hash()))
                            return Optional.of(
                                    "the centre has another entry %d of this bench"
                                            .formatted(head.seq()));
                        // Where it has more than this bench, it is not said that it has the same.
                        if (row == null && head.seq() > 0) continue;
                        Progress.acknowledged(db, epoch, head.seq());
                        acknowledged.put(epoch, head.seq());
                    }
                    since = oldest(db);
                    return Optional.empty();
                });
    }

    /// The centre took these, or had them already.
    void sent(Parcel parcel) throws RecordProblem {
        long seq = parcel.last();
        since =
                database.inTransaction(
                        db -> {
                            Progress.acknowledged(db, parcel.epoch(), seq);
                            acknowledged.put(parcel.epoch(), seq);
                            return oldest(db);
                        });
    }

    /// The next entries that the centre lacks, the oldest epoch's first.
    Optional<Parcel> next(int most) throws RecordProblem {
        for (var epoch : stored.epochs().all(bench)) {
            long after = acknowledged.getOrDefault(epoch, 0L);
            if (last.getOrDefault(epoch, 0L) > after)
                return Optional.of(database.inTransaction(db -> parcel(db, epoch, after, most)));
        }
        return Optional.empty();
    }

    private Parcel parcel(JournalMapper db, String epoch, long after, int most) {
        var lines = WholeCommands.fitting(stored, db.following(epoch, after, after + most));
        // One command may be longer than what is sent at once otherwise.
        if (lines.isEmpty())
            lines = WholeCommands.first(stored, db.following(epoch, after, Long.MAX_VALUE));
        return new Parcel(epoch, after + 1, lines);
    }
}
