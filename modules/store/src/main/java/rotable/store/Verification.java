// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.journal.Sha256;
import rotable.release.Integrity.Damage;
import rotable.store.JournalMapper.StoredRow;

/// Walks entries in the order they were written and finds the first that does not fit: a line that
/// is not what was hashed, a link to another predecessor, a gap in the numbers.
final class Verification {
    private final Realm realm;
    private final Map<String, Link> links = new HashMap<>();
    private long entries;

    private record Link(long seq, String hash) {}

    Verification(Realm realm) {
        this.realm = realm;
    }

    long entries() {
        return entries;
    }

    /// What is wrong with the next row, if anything is.
    Optional<Damage> next(StoredRow row) {
        Entry entry;
        try {
            entry = EntryCodec.read(realm, Stored.line(row));
        } catch (BadEntry e) {
            return Optional.of(new Damage("row " + row.no(), "it is not an entry"));
        }
        entries++;
        var wrong = wrong(entry, row);
        if (wrong.isEmpty()) {
            var e = entry.envelope();
            links.put(e.bench() + "/" + e.epoch(), new Link(e.seq(), entry.hash()));
        }
        return wrong.map(why -> new Damage(address(entry), why));
    }

    private Optional<String> wrong(Entry entry, StoredRow row) {
        if (!entry.hash().equals(row.hash()))
            return Optional.of("its text is not the one that was recorded");
        var e = entry.envelope();
        var before = links.getOrDefault(e.bench() + "/" + e.epoch(), new Link(0, Sha256.NONE));
        if (e.seq() != before.seq() + 1)
            return Optional.of("entry " + (before.seq() + 1) + " is missing before it");
        if (!e.prev().equals(before.hash()))
            return Optional.of("it does not follow the entry before it");
        return Optional.empty();
    }

    /// How people name an entry: bench, epoch's beginning, number.
    static String address(Entry entry) {
        var e = entry.envelope();
        return e.bench()
                + "/"
                + e.epoch().substring(0, Math.min(8, e.epoch().length()))
                + "/"
                + e.seq();
    }
}
