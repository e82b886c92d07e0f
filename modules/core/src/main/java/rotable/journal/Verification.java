// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rotable.fact.BenchFact.EpochBegun;
import rotable.fact.BenchFact.Voucher;

/// Walks the chains of benches and finds what does not fit: a line that is not what was hashed, a
/// link to another predecessor, a gap in the numbers, a signature over something else, a checkpoint
/// that does not vouch for this chain. Entries of one epoch come in their order.
public final class Verification {
    private final Realm realm;
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private Optional<Entry> last = Optional.empty();

    private record Link(long seq, String hash) {}

    /// What is wrong with an entry.
    ///
    /// @param entry the bench, the beginning of the epoch's id and the number, or the place that
    ///   was named where it is no entry at all
    public record Fault(String entry, String why) {}

    public Verification(Realm realm) {
        this.realm = realm;
    }

    /// The next entry; what is wrong with it, if anything is.
    ///
    /// @param place names the line where it is not an entry
    /// @param hash the hash that was recorded for it
    public Optional<Fault> next(String place, String line, String hash) {
        Entry entry;
        try {
            entry = EntryCodec.read(realm, line);
        } catch (BadEntry e) {
            return Optional.of(new Fault(place, "it is not an entry"));
        }
        last = Optional.of(entry);
        var wrong = wrong(entry, hash);
        if (wrong.isEmpty()) follow(entry);
        return wrong.map(why -> new Fault(address(entry), why));
    }

    /// The entry that was looked at last.
    public Optional<Entry> last() {
        return last;
    }

    /// Goes on behind an entry that was sealed just now.
    public void follow(Entry entry) {
        var e = entry.envelope();
        links.put(chain(entry), new Link(e.seq(), entry.hash()));
        if (entry.fact() instanceof EpochBegun begun) keys.put(chain(entry), begun.key());
    }

    /// Names the chain in which an entry stands.
    public static String chain(Entry entry) {
        return entry.envelope().bench() + "/" + entry.envelope().epoch();
    }

    private static String place(Voucher c) {
        return c.bench() + "/" + c.epoch();
    }

    private Optional<String> wrong(Entry entry, String hash) {
        if (!entry.hash().equals(hash))
            return Optional.of("its text is not the one that was recorded");
        var e = entry.envelope();
        var before = links.getOrDefault(chain(entry), new Link(0, Sha256.NONE));
        if (e.seq() != before.seq() + 1)
            return Optional.of("entry " + (before.seq() + 1) + " is missing before it");
        if (!e.prev().equals(before.hash()))
            return Optional.of("it does not follow the entry before it");
        if (!Signature.holds(entry)) return Optional.of("what was signed is not what stands in it");
        if (entry.fact() instanceof Voucher c
                && (!place(c).equals(chain(entry)) || !vouches(c, before, keys.get(chain(entry)))))
            return Optional.of("its bench's key does not vouch for the entries before it");
        return Optional.empty();
    }

    private static boolean vouches(Voucher c, Link before, @Nullable String key) {
        return key != null
                && c.seq() == before.seq()
                && c.hash().equals(before.hash())
                && Vouching.vouches(key, c);
    }

    /// How people name an entry: bench, epoch's beginning, number.
    public static String address(Entry entry) {
        var e = entry.envelope();
        return e.bench()
                + "/"
                + e.epoch().substring(0, Math.min(8, e.epoch().length()))
                + "/"
                + e.seq();
    }
}
