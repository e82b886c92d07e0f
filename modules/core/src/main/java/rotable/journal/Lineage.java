// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// An epoch of a bench, and what its computer had of the epochs before it. Not every epoch with a
/// smaller ordinal is one of those: two computers may have been one bench without knowing it.
///
/// @param epoch the epoch's id
/// @param ordinal where it stands among those of its bench, from 1
/// @param before the last sequence number that counts as known, by the epoch's id
public record Lineage(String epoch, int ordinal, Map<String, Long> before) {
    public Lineage {
        // In the same order in every process: the state is compared as text.
        before = Collections.unmodifiableMap(new TreeMap<>(before));
    }

    /// An epoch that names none before it.
    public static Lineage first(String epoch) {
        return new Lineage(epoch, 1, Map.of());
    }

    /// An epoch that begins after an entry of this one.
    ///
    /// @param seq the sequence number of that entry
    public Lineage next(String begun, long seq) {
        var known = new HashMap<>(before);
        known.put(epoch, seq);
        return new Lineage(begun, ordinal + 1, known);
    }

    /// Whether an entry of another epoch was there before this one began.
    boolean follows(Lineage other, long seq) {
        return seq <= before.getOrDefault(other.epoch, 0L);
    }
}
