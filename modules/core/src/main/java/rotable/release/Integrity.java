// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.Optional;

/// What is known of the soundness of a unit's entries and of the chains they stand in.
///
/// @param verifiedTo how many entries of the record were verified, in the order of their arrival
/// @param head how many there are
/// @param damage the first bad entry, and what is wrong with it
public record Integrity(long verifiedTo, long head, Optional<Damage> damage) {
    /// A bad entry.
    ///
    /// @param entry its address, such as `B1/1/17`
    public record Damage(String entry, String why) {}
}
