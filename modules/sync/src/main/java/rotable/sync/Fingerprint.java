// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Locale;
import rotable.journal.Sha256;

/// A bench's key, short enough to be read out: the first 80 bits of SHA-256 over `rotable-key-1\n`
/// and the key in hex, in fours.
public final class Fingerprint {
    private static final int DIGITS = 20;

    private Fingerprint() {}

    /// Whether these hex digits are a bench's key: an Ed25519 public key, X.509 encoded.
    public static boolean isKey(String hex) {
        if (!hex.matches("([0-9a-fA-F]{2})+")) return false;
        try {
            var spec = new X509EncodedKeySpec(HexFormat.of().parseHex(hex));
            KeyFactory.getInstance("Ed25519").generatePublic(spec);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// The fingerprint of a key.
    ///
    /// @param key X.509 encoded, in hex
    public static String of(String key) {
        var hash = Sha256.hex("rotable-key-1\n", key.toLowerCase(Locale.ROOT));
        return hash.substring(0, DIGITS).replaceAll("(.{4})(?!$)", "$1-");
    }
}
