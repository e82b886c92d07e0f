// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import rotable.fact.BenchFact.Voucher;
import rotable.fact.BenchFact.Witness;

/// Checkpoints: a bench's Ed25519 key vouches for its journal up to an entry, and for what the
/// bench saw of the centre.
public final class Vouching {
    private Vouching() {}

    /// A checkpoint that vouches for the journal up to this head.
    ///
    /// @param position the last of the centre's positions that the bench has, 0 for none
    /// @param chain the centre's chain there
    public static Witness checkpoint(PrivateKey key, Head head, long position, String chain) {
        var unsigned = witness(head, position, chain, "");
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message(unsigned));
            return witness(head, position, chain, HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static Witness witness(Head head, long position, String chain, String signature) {
        return new Witness(
                head.bench(), head.epoch(), head.seq(), head.hash(), position, chain, signature);
    }

    /// Whether a checkpoint was signed with the key.
    ///
    /// @param key an Ed25519 public key, X.509 encoded, in hex
    public static boolean vouches(String key, Voucher c) {
        try {
            var encoded = new X509EncodedKeySpec(HexFormat.of().parseHex(key));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
            signature.update(message(c));
            return signature.verify(HexFormat.of().parseHex(c.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] message(Voucher c) {
        return (String.join("\n", c.parts()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
