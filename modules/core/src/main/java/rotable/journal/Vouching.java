// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import rotable.fact.BenchFact.Checkpoint;

/// Checkpoints: a bench's Ed25519 key vouches for its journal up to an entry.
public final class Vouching {
    private static final String TAG = "rotable-checkpoint-1\n";

    private Vouching() {}

    /// A checkpoint that vouches for the journal up to this head.
    public static Checkpoint checkpoint(PrivateKey key, Head head) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message(head.bench(), head.epoch(), head.seq(), head.hash()));
            var signed = HexFormat.of().formatHex(signature.sign());
            return new Checkpoint(head.bench(), head.epoch(), head.seq(), head.hash(), signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// Whether a checkpoint was signed with the key.
    ///
    /// @param key an Ed25519 public key, X.509 encoded, in hex
    public static boolean vouches(String key, Checkpoint c) {
        try {
            var encoded = new X509EncodedKeySpec(HexFormat.of().parseHex(key));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
            signature.update(message(c.bench(), c.epoch(), c.seq(), c.hash()));
            return signature.verify(HexFormat.of().parseHex(c.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(String bench, String epoch, long seq, String hash) {
        return (TAG + bench + "\n" + epoch + "\n" + seq + "\n" + hash + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
