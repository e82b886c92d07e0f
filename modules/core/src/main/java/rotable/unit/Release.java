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
/// @param revoked the fact that revoked it, in words, and where it stands
public record Release(
        ReleaseId id,
        String term,
        String by,
        Stamp stamp,
        int copies,
        Optional<Stamp> confirmed,
        Optional<Signed> revoked) {
    /// Whether it still holds.
    public boolean stands() {
        return revoked.isEmpty();
    }
}
