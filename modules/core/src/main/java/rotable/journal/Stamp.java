// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.Instant;

/// Which entry said something: enough to tell before from after without any clock.
///
/// @param epoch the ordinal of the bench's epoch
/// @param position the central position, 0 for none yet
/// @param seen the newest central position that the author had
/// @param at the bench's clock; it dates, and never orders
/// @param operator who acted
public record Stamp(
        String bench,
        int epoch,
        long seq,
        long position,
        long seen,
        Instant at,
        String operator,
        String hash) {
    /// Whether this is causally before the other: an earlier entry of the same bench, or one that
    /// the other's author had already seen. Neither before nor after means concurrent.
    public boolean precedes(Stamp other) {
        if (bench.equals(other.bench))
            return epoch < other.epoch || (epoch == other.epoch && seq < other.seq);
        return position > 0 && position <= other.seen;
    }
}
