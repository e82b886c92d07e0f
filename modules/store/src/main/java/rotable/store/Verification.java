// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.BenchFact.Checkpoint;
import rotable.fact.BenchFact.EpochBegun;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.journal.Sha256;
import rotable.journal.Signature;
import rotable.release.Integrity.Damage;
import rotable.store.JournalMapper.StoredRow;

/// Walks entries in the order in which they were written and finds the first that does not fit: a
/// line that is not what was hashed, a link to another predecessor, a gap in the numbers, a
/// signature over something else, a checkpoint that does not vouch for this chain.
final class Verification {
    private final Realm realm;
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private long entries;
    private long mark;
    private Optional<Damage> damage = Optional.empty();

    private record Link(long seq, String hash) {}

    Verification(Realm realm) {
        this.realm = realm;
    }

    long entries() {
        return entries;
    }

    /// The arrival number up to which everything was looked at.
    long mark() {
        return mark;
    }

    /// The first thing that was found wrong.
    Optional<Damage> damage() {
        return damage;
    }

    /// Goes on with the next rows; once something is wrong, everything after it is only counted.
    void next(List<StoredRow> rows) {
        for (var row : rows) next(row);
    }

    /// Goes on behind rows that are not there.
    void skipTo(long no) {
        mark = no;
    }

    void next(StoredRow row) {
        mark = row.no();
        entries++;
        if (damage.isEmpty()) damage = check(row);
    }

    /// Goes on past entries that were sealed just now.
    void sealed(List<Entry> sealed, long lastNo) {
        if (mark != lastNo) return;
        for (var e : sealed) {
            entries++;
            mark++;
            follow(e);
        }
    }

    private Optional<Damage> check(StoredRow row) {
        Entry entry;
        try {
            entry = EntryCodec.read(realm, Stored.line(row));
        } catch (BadEntry e) {
            return Optional.of(new Damage("row " + row.no(), "it is not an entry"));
        }
        var wrong = wrong(entry, row);
        if (wrong.isEmpty()) follow(entry);
        return wrong.map(why -> new Damage(address(entry), why));
    }

    private void follow(Entry entry) {
        var e = entry.envelope();
        links.put(chain(entry), new Link(e.seq(), entry.hash()));
        if (entry.fact() instanceof EpochBegun begun) keys.put(chain(entry), begun.key());
    }

    private static String chain(Entry entry) {
        return entry.envelope().bench() + "/" + entry.envelope().epoch();
    }

    private static String place(Checkpoint c) {
        return c.bench() + "/" + c.epoch();
    }

    private Optional<String> wrong(Entry entry, StoredRow row) {
        if (!entry.hash().equals(row.hash()))
            return Optional.of("its text is not the one that was recorded");
        var e = entry.envelope();
        var before = links.getOrDefault(chain(entry), new Link(0, Sha256.NONE));
        if (e.seq() != before.seq() + 1)
            return Optional.of("entry " + (before.seq() + 1) + " is missing before it");
        if (!e.prev().equals(before.hash()))
            return Optional.of("it does not follow the entry before it");
        if (!Signature.holds(entry)) return Optional.of("what was signed is not what stands in it");
        if (entry.fact() instanceof Checkpoint c
                && (!place(c).equals(chain(entry)) || !vouches(c, before, keys.get(chain(entry)))))
            return Optional.of("its bench's key does not vouch for the entries before it");
        return Optional.empty();
    }

    private static boolean vouches(
            Checkpoint c, Link before, @org.jspecify.annotations.Nullable String key) {
        return key != null
                && c.seq() == before.seq()
                && c.hash().equals(before.hash())
                && BenchKey.vouches(key, c);
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
