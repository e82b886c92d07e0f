// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.util.HashMap;
import java.util.Map;
import rotable.journal.Entry;
import rotable.unit.Recorded;

/// Who knew of what, as it really was: noted while it happened, and no part of any record.
final class Truth {
    private final Map<String, Made> made = new HashMap<>();

    /// @param order the how manieth entry of all it was
    /// @param had the newest central position that its bench had
    private record Made(String bench, int order, long had) {}

    void note(Entry entry, long had) {
        made.put(entry.hash(), new Made(entry.envelope().bench(), made.size(), had));
    }

    /// Whether an entry was made by somebody who knew of another one.
    ///
    /// @param position where the centre placed the other
    boolean knew(String hash, String other, long position) {
        var author = made.get(hash);
        var of = made.get(other);
        if (author == null || of == null) return true;
        if (author.bench().equals(of.bench())) return of.order() < author.order();
        return position > 0 && position <= author.had();
    }

    /// Whether neither author knew of the other's entry.
    boolean concurrent(Recorded a, Recorded b) {
        return made.containsKey(a.stamp().hash())
                && made.containsKey(b.stamp().hash())
                && !knew(a.stamp().hash(), b.stamp().hash(), b.stamp().position())
                && !knew(b.stamp().hash(), a.stamp().hash(), a.stamp().position());
    }

    /// Whether one of them was made in the knowledge of the other.
    boolean ordered(Recorded a, Recorded b) {
        var known = made.containsKey(a.stamp().hash()) && made.containsKey(b.stamp().hash());
        return known && !concurrent(a, b);
    }
}
