// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4) of tagged text, as 64 lower-case hex digits.
public final class Sha256 {
    /// The hash that the first entry of an epoch names as its predecessor's.
    public static final String NONE = "0".repeat(64);

    private Sha256() {}

    /// The hash of the tag's and the text's UTF-8 bytes, one after the other.
    public static String hex(String tag, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(tag.getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
