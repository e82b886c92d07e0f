// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.Fact;
import rotable.journal.Entry;
import rotable.journal.Stamp;

/// An entry in its place in the canonical order, and whether it took effect.
///
/// @param without why it has no effect; absent when it has
public record Recorded(Entry entry, Stamp stamp, Optional<Without> without) {
    /// The same, as if nothing were in its way.
    Recorded inEffect() {
        return new Recorded(entry, stamp, Optional.empty());
    }

    /// What it says.
    public Fact fact() {
        return entry.fact();
    }
}
