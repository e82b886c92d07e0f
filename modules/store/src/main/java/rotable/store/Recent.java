// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.LinkedHashMap;
import java.util.Optional;
import rotable.journal.Entry;

/// Entries that were read or written not long ago, by their hash: a unit's history is read again
/// after each batch that touches it, and reading a line takes longer than finding it.
final class Recent {
    /// Some 10 MB of them.
    private static final int MOST = 4_000;

    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    Optional<Entry> find(String hash) {
        return Optional.ofNullable(entries.get(hash));
    }

    void keep(Entry entry) {
        entries.put(entry.hash(), entry);
        if (entries.size() > MOST) entries.pollFirstEntry();
    }
}
