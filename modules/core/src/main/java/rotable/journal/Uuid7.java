// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.UUID;

/// Time-ordered UUIDs, version 7 of RFC 9562, section 5.7.
public final class Uuid7 {
    private Uuid7() {}

    /// The UUID of a time, in milliseconds since 1970, and 74 bits of the given randomness.
    public static UUID of(long millis, long random1, long random2) {
        long high = (millis << 16) | 0x7000L | (random1 & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (random2 & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
