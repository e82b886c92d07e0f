// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.Locale;
import rotable.journal.Sha256;

/// A bench's key, short enough to be read out: the first 80 bits of SHA-256 over `rotable-key-1\n`
/// and the key in hex, in fours.
public final class Fingerprint {
    private static final int DIGITS = 20;

    private Fingerprint() {}

    /// The fingerprint of a key.
    ///
    /// @param key X.509 encoded, in hex
    public static String of(String key) {
        var hash = Sha256.hex("rotable-key-1\n", key.toLowerCase(Locale.ROOT));
        return hash.substring(0, DIGITS).replaceAll("(.{4})(?!$)", "$1-");
    }
}
