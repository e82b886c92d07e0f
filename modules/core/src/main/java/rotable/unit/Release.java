// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.identity.ReleaseId;
import rotable.journal.Stamp;

/// A return to service.
///
/// @param by the releaser
/// @param copies how many labels were printed
/// @param confirmed when the label on the unit was scanned back
/// @param revoked what revoked it, and where that stands
public record Release(
        ReleaseId id,
        String term,
        String by,
        Stamp stamp,
        int copies,
        Optional<Stamp> confirmed,
        Optional<Revoked> revoked) {
    /// What a release does not outlive.
    public enum Revocation {
        /// The unit was changed.
        WORK,
        /// It was tested again, or a line of its checklists answered anew.
        EVIDENCE,
        HOLD,
        REJECTION,
        /// A supervisor settled what two benches had recorded.
        SETTLEMENT
    }

    /// A release was revoked.
    public record Revoked(Revocation what, Stamp stamp) {}

    /// Whether it still holds.
    public boolean stands() {
        return revoked.isEmpty();
    }
}
