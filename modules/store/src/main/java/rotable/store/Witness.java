// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryReader;
import rotable.journal.Head;
import rotable.record.RecordProblem;
import rotable.store.JournalMapper.StoredRow;

/// Compares the database with its mirror when the record is opened. Derby can lose the tail of its
/// log without a word, and the chain that is left still verifies: only the mirror knows.
final class Witness {
    private static final long CHUNK = 1_000;

    private final Database database;
    private final Mirror mirror;
    private final String bench;
    private final Stored stored;
    private final EntryReader reader;
    private final Set<String> filled = new HashSet<>();

    Witness(Database database, Mirror mirror, String bench, Stored stored) {
        this.database = database;
        this.mirror = mirror;
        this.bench = bench;
        this.stored = stored;
        this.reader = stored.reader();
    }

    /// How many commands the mirror lacked; the end of the program in mid-command leaves out one.
    int filled() {
        return filled.size();
    }

    /// What was found.
    sealed interface Finding {
        /// Both tell the same, now that the mirror was filled up.
        record Agreed() implements Finding {}

        /// The database lacks these entries at its end.
        record DatabaseBehind(List<Entry> lost) implements Finding {}

        /// They tell two stories; the mirror's was put aside.
        ///
        /// @param lost what the mirror alone has and follows what the database has
        record Differ(List<Entry> lost) implements Finding {}
    }

    /// @param head the arrival number of this bench's last entry in the database, 0 for none
    Finding compare(long head) throws RecordProblem {
        var onlyMirror = new ArrayDeque<String>();
        var common = common(onlyMirror);
        // The database has entries, none of them by this bench's key, and none is in the mirror.
        if (head == 0 && common == 0 && !onlyMirror.isEmpty() && hasEntries())
            throw new RecordProblem(RecordProblem.Kind.OTHER_MIRROR, "no entry in common");
        if (onlyMirror.isEmpty() || common == head) {
            fill(common, head);
            return onlyMirror.isEmpty()
                    ? new Finding.Agreed()
                    : new Finding.DatabaseBehind(entries(onlyMirror));
        }
        var lost = following(entries(onlyMirror));
        mirror.setAside();
        fill(0, head);
        mirror.append(lost.stream().map(Entry::line).toList());
        return new Finding.Differ(lost);
    }

    private boolean hasEntries() throws RecordProblem {
        return database.inTransaction(JournalMapper::lastNo) > 0;
    }

    /// The arrival number of the newest entry that both have, or 0; what the mirror has after it
    /// goes into the list.
    private long common(Deque<String> onlyMirror) throws RecordProblem {
        for (int piece = mirror.pieces() - 1; piece >= 0; piece--)
            for (var line : mirror.lines(piece).reversed()) {
                var row = inDatabase(line);
                if (row.isPresent()) return row.get().no();
                onlyMirror.addFirst(line);
            }
        return 0;
    }

    /// The same entry in the database, even if somebody changed its text there: that is for
    /// verification to name, and no second story.
    private Optional<StoredRow> inDatabase(String line) throws RecordProblem {
        var e = reader.read(line).envelope();
        var row = database.inTransaction(db -> Optional.ofNullable(db.at(e.epoch(), e.seq())));
        return row.filter(r -> sameEntry(e.entry(), r));
    }

    private boolean sameEntry(String id, StoredRow row) {
        try {
            return reader.read(Stored.line(row)).envelope().entry().equals(id);
        } catch (BadEntry e) {
            return true;
        }
    }

    /// Those entries that go on where the database ends in their epoch.
    private List<Entry> following(List<Entry> entries) throws RecordProblem {
        var ends = new HashMap<String, Last>();
        var following = new ArrayList<Entry>();
        for (var entry : entries) {
            var e = entry.envelope();
            if (!ends.containsKey(e.epoch()))
                last(e.epoch()).ifPresent(l -> ends.put(e.epoch(), l));
            var last = ends.get(e.epoch());
            if (last == null
                    || e.seq() != last.head().seq() + 1
                    || !e.prev().equals(last.head().hash())) continue;
            following.add(entry);
            var head = new Head(bench, e.epoch(), last.head().ordinal(), e.seq(), entry.hash());
            ends.put(e.epoch(), new Last(head, 0));
        }
        return following;
    }

    private Optional<Last> last(String epoch) throws RecordProblem {
        return database.inTransaction(db -> Last.of(db, stored, bench, epoch));
    }

    private List<Entry> entries(Deque<String> lines) {
        return lines.stream().map(l -> reader.read(l)).toList();
    }

    /// Brings to the mirror what the database has of this bench after an arrival number.
    private void fill(long after, long head) throws RecordProblem {
        for (long from = after; from < head; from += CHUNK) {
            long start = from;
            var rows = database.inTransaction(db -> db.own(start, start + CHUNK));
            for (var row : rows)
                stored.entry(row).ifPresent(e -> filled.add(e.envelope().command()));
            if (!rows.isEmpty()) mirror.append(rows.stream().map(Stored::line).toList());
        }
    }
}
