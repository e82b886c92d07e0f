// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rotable.journal.Sha256;

/// How far a bench has what the centre placed.
///
/// @param position the last position that it has, 0 for none
/// @param chain the centre's chain there, or 64 zeros
public record Watermark(long position, String chain) {
    /// Nothing yet.
    public static final Watermark NONE = new Watermark(0, Sha256.NONE);

    /// The next position, when that entry is placed there.
    ///
    /// @param hash the entry's, 64 hex digits
    public Watermark following(String hash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(chain));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position + 1).array());
            digest.update(HexFormat.of().parseHex(hash));
            return new Watermark(position + 1, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
