// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;

/// Why a command has no effect.
///
/// @param clash the entry that it clashes with, where neither author knew the other's; absent where
///   the author could have known better
public record Without(String why, Optional<Clash> clash) {
    /// Two entries that can't both hold.
    ///
    /// @param first the hash of the one that was placed first
    /// @param second the hash of the one that its command has no effect for
    public record Clash(Case.Rule rule, String first, String second) {}
}
