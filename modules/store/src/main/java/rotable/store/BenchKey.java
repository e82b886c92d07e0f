// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact.Witness;
import rotable.journal.Head;
import rotable.journal.Vouching;
import rotable.record.RecordProblem;
import rotable.record.RecordProblem.Kind;

/// The bench's Ed25519 key, made on the bench and kept in its data folder.
final class BenchKey {
    private final KeyPair pair;

    BenchKey(KeyPair pair) {
        this.pair = pair;
    }

    /// Reads the key from the folder, or makes one.
    static BenchKey in(Path folder) throws RecordProblem {
        try {
            var file = folder.resolve("bench.key");
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new RecordProblem(Kind.OTHER, "bench key: " + e.getMessage(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RecordProblem(Kind.OTHER, "bench.key is damaged: put it aside", e);
        }
    }

    private static BenchKey make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var hex = HexFormat.of();
        var text =
                hex.formatHex(pair.getPrivate().getEncoded())
                        + "\n"
                        + hex.formatHex(pair.getPublic().getEncoded())
                        + "\n";
        Files.writeString(file, text);
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        return new BenchKey(pair);
    }

    private static BenchKey read(Path file) throws IOException, GeneralSecurityException {
        var lines = Files.readAllLines(file);
        var keys = KeyFactory.getInstance("Ed25519");
        var secret = new PKCS8EncodedKeySpec(HexFormat.of().parseHex(lines.get(0)));
        var open = new X509EncodedKeySpec(HexFormat.of().parseHex(lines.get(1)));
        return new BenchKey(new KeyPair(keys.generatePublic(open), keys.generatePrivate(secret)));
    }

    /// The public key, X.509 encoded, in hex.
    String publicHex() {
        return HexFormat.of().formatHex(pair.getPublic().getEncoded());
    }

    /// A checkpoint that vouches for the journal up to this head, and for what was seen of the
    /// centre.
    Witness checkpoint(Head head, Watermark seen) {
        return Vouching.checkpoint(pair.getPrivate(), head, seen.position(), seen.chain());
    }
}
