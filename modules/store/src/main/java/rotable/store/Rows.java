// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rotable.fact.Subject;
import rotable.journal.Entry;
import rotable.store.JournalMapper.EntryRow;
import rotable.store.JournalMapper.OwnRow;
import rotable.store.JournalMapper.SubjectRow;

/// Rows that are kept until there are enough of them for one statement, which costs the database
/// much less than a statement each. Whoever reads them back flushes first.
final class Rows {
    private final JournalMapper db;
    private final List<EntryRow> entries = new ArrayList<>();
    private final List<OwnRow> own = new ArrayList<>();
    private final List<SubjectRow> subjects = new ArrayList<>();

    Rows(JournalMapper db) {
        this.db = db;
    }

    void add(Entry entry, long no, long position) {
        entries.add(EntryRow.of(no, entry, position));
    }

    /// Where one of the bench's own entries stands, beside the entry.
    void own(Entry entry, long no) {
        own.add(OwnRow.of(no, entry));
    }

    void add(Subject subject, long no) {
        subjects.add(new SubjectRow(subject.kind().name(), subject.id(), no));
    }

    /// Writes what is there.
    void flush() {
        write(entries, db::insertEntries, db::insert);
        write(own, db::insertOwns, db::insertOwn);
        write(subjects, db::insertSubjects, db::insertSubject);
    }

    private static <T> void write(List<T> rows, Consumer<List<T>> together, Consumer<T> one) {
        int i = 0;
        for (; i + Together.ROWS <= rows.size(); i += Together.ROWS)
            together.accept(rows.subList(i, i + Together.ROWS));
        for (; i < rows.size(); i++) one.accept(rows.get(i));
        rows.clear();
    }
}
