// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import rotable.journal.Uuid7;

/// Makes the ids of entries, commands and epochs.
record Ids(InstantSource clock, RandomGenerator random) {
    /// By the computer's clock and its best randomness.
    static Ids system() {
        return new Ids(InstantSource.system(), new SecureRandom());
    }

    /// A UUIDv7, for an entry.
    UUID timed() {
        return Uuid7.of(clock.millis(), random.nextLong(), random.nextLong());
    }

    /// A UUIDv4, for an epoch or a command.
    UUID plain() {
        var version = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        var variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version, variant);
    }
}
