// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import rotable.identity.PersonId;
import rotable.record.RecordProblem;

/// PIN verifiers by Argon2id, kept outside the journal. Checking one takes about a third of a
/// second on purpose, so it belongs on the side lane.
public final class PinStore {
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int MOST_KIB = 1 << 20;
    private static final int MOST_PASSES = 50;
    private static final Pattern FORM =
            Pattern.compile("([1-9]\\d{0,7})\\$([1-9]\\d{0,3})\\$[0-9a-f]{32}\\$[0-9a-f]{64}");

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    PinStore(Database database) {
        this.database = database;
    }

    /// Sets a person's PIN.
    public void set(PersonId person, char[] pin) throws RecordProblem {
        var salt = new byte[16];
        random.nextBytes(salt);
        var text =
                MEMORY_KIB
                        + "$"
                        + PASSES
                        + "$"
                        + hex(salt)
                        + "$"
                        + hex(hash(pin, salt, MEMORY_KIB, PASSES));
        database.inTransaction(
                db -> {
                    db.dropPinVerifier(person.value());
                    db.insertPinVerifier(person.value(), text);
                    return text;
                });
    }

    /// Whether a text from elsewhere is a verifier that can be computed here.
    static boolean isVerifier(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) <= MOST_KIB
                && Integer.parseInt(parts.group(2)) <= MOST_PASSES;
    }

    /// Whether the person has a PIN.
    public boolean has(PersonId person) throws RecordProblem {
        return database.inTransaction(db -> db.pinVerifier(person.value()) != null);
    }

    /// Whether that is the person's PIN; never for somebody who has none.
    public boolean verify(PersonId person, char[] pin) throws RecordProblem {
        var stored =
                database.inTransaction(
                        db -> java.util.Optional.ofNullable(db.pinVerifier(person.value())));
        if (stored.isEmpty()) return false;
        var parts = stored.get().split("\\$");
        var salt = HexFormat.of().parseHex(parts[2]);
        var found = hash(pin, salt, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(found, HexFormat.of().parseHex(parts[3]));
    }

    private static byte[] hash(char[] pin, byte[] salt, int memoryKib, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        var out = new byte[32];
        generator.generateBytes(new String(pin).getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
