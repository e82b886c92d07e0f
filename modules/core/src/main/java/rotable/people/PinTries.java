// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.people;

import java.time.Instant;

/// Wrong PINs that somebody gave in a row.
///
/// @param last when the last of them was given
public record PinTries(int wrong, Instant last) {
    /// Nobody tried, or the last PIN was right.
    public static final PinTries NONE = new PinTries(0, Instant.EPOCH);
}
