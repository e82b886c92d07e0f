// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.Instant;

/// Which entry said something: enough to tell before from after without any clock.
///
/// @param epoch the bench's epoch and those that it follows
/// @param position the central position, 0 for none yet
/// @param seen the newest central position that the author had
/// @param at the bench's clock; it dates, and never orders
/// @param operator who acted
public record Stamp(
        String bench,
        Lineage epoch,
        long seq,
        long position,
        long seen,
        Instant at,
        String operator,
        String hash) {
    /// Whether this is causally before the other: an earlier entry of the same epoch or of one that
    /// it follows, or one that the other's author had already seen. Neither before nor after means
    /// concurrent.
    public boolean precedes(Stamp other) {
        if (bench.equals(other.bench)) {
            if (epoch.epoch().equals(other.epoch.epoch())) return seq < other.seq;
            if (other.epoch.follows(epoch, seq)) return true;
        }
        return position > 0 && position <= other.seen;
    }
}
