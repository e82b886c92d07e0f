// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.Fact;
import rotable.journal.Entry;
import rotable.journal.Stamp;

/// An entry in its place in the canonical order, and whether it took effect.
///
/// @param without why it has no effect; absent when it has
/// @param review why somebody has to look at it although it has
public record Recorded(
        Entry entry, Stamp stamp, Optional<Without> without, Optional<Review> review) {
    /// An entry that nobody need look at.
    public Recorded(Entry entry, Stamp stamp, Optional<Without> without) {
        this(entry, stamp, without, Optional.empty());
    }

    /// The same, as if nothing were in its way.
    Recorded inEffect() {
        return new Recorded(entry, stamp, Optional.empty(), review);
    }

    /// Why somebody has to look at an entry that has effect.
    public record Review(String why, Without.Clash clash) {}

    /// What it says.
    public Fact fact() {
        return entry.fact();
    }
}
