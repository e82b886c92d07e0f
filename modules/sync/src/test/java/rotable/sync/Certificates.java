// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A depot's own authority, and what it certifies, by the JDK's `keytool`.
final class Certificates {
    private static final String WORD = "changeit";

    private final Path folder;
    private final String name;

    /// @param name of the authority, which is also that of its files
    Certificates(Path folder, String name) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:c",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048");
        export(name, root());
    }

    /// The authority's own certificate.
    Path root() {
        return folder.resolve(name + ".crt");
    }

    /// A key and a certificate for whoever bears that name.
    Certified of(String common, String... extensions) throws IOException, InterruptedException {
        var how = new ArrayList<String>();
        for (var e : extensions) how.addAll(List.of("-ext", e));
        return certified(common, common, how);
    }

    /// The same, whose time was over yesterday.
    Certified expired(String common) throws IOException, InterruptedException {
        return certified(common + "-expired", common, List.of("-startdate", "-3d"));
    }

    private Certified certified(String alias, String common, List<String> how)
            throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + common,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048");
        var request = folder.resolve(alias + ".csr");
        var certificate = folder.resolve(alias + ".crt");
        keytool("-certreq", "-alias", alias, "-file", request.toString());
        var sign = new ArrayList<>(List.of("-gencert", "-alias", name, "-rfc"));
        sign.addAll(List.of("-infile", request.toString(), "-outfile", certificate.toString()));
        sign.addAll(how);
        keytool(sign.toArray(String[]::new));
        return new Certified(certificate, key(alias));
    }

    /// @param key as PEM, and as PKCS #8 under the same name with `.pk8`
    record Certified(Path certificate, Path key) {
        Path pkcs8() {
            return Path.of(key + ".pk8");
        }
    }

    private void export(String alias, Path to) throws IOException, InterruptedException {
        keytool("-exportcert", "-rfc", "-alias", alias, "-file", to.toString());
    }

    private Path key(String alias) throws IOException {
        try (var in = Files.newInputStream(store())) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, WORD.toCharArray());
            var bytes = keys.getKey(alias, WORD.toCharArray()).getEncoded();
            var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
            var pem = folder.resolve(alias + ".key");
            Files.writeString(
                    pem, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
            var binary = Files.write(Path.of(pem + ".pk8"), bytes);
            // Both the server and the driver refuse keys that others can read.
            for (var file : List.of(pem, binary))
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return pem;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", store().toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", WORD, "-validity", "2"));
        if (words[0].equals("-certreq") || words[0].equals("-exportcert"))
            command.subList(command.size() - 2, command.size()).clear();
        var log = folder.resolve("keytool.log").toFile();
        var done =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        if (done.waitFor() != 0)
            throw new IOException(command + ": " + Files.readString(log.toPath()));
    }
}
