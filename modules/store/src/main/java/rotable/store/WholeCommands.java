// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.List;
import rotable.store.JournalMapper.StoredRow;

/// What is sent to the centre at once: the lines of whole commands.
final class WholeCommands {
    private static final int MOST_BYTES = 1 << 20;

    private WholeCommands() {}

    /// As many commands as the rows hold, and a mebibyte does.
    static List<String> fitting(Stored stored, Iterable<StoredRow> rows) {
        return of(stored, rows, true);
    }

    /// The first command, however long it is.
    static List<String> first(Stored stored, Iterable<StoredRow> rows) {
        return of(stored, rows, false);
    }

    private static List<String> of(Stored stored, Iterable<StoredRow> rows, boolean all) {
        var whole = 0;
        var bytes = 0;
        var lines = new ArrayList<String>();
        for (var row : rows) {
            bytes += row.line().length;
            if (all && bytes > MOST_BYTES) break;
            lines.add(Stored.line(row));
            var e = stored.entry(row).orElseThrow().envelope();
            if (e.index() + 1 < e.count()) continue;
            whole = lines.size();
            if (!all) break;
        }
        return List.copyOf(lines.subList(0, whole));
    }
}
