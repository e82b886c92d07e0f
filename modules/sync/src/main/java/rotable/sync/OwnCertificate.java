// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;

/// The certificate by which a bench proves who it is. A server that does not take one any more only
/// cuts the line, which looks like a cable that is out: so its time is looked at here first.
final class OwnCertificate {
    private OwnCertificate() {}

    /// @param address the parts of the centre's address, which may name a file
    ///
    /// @throws CentralProblem when its time is over, or did not come yet
    static void check(Properties address) throws CentralProblem {
        var file = Optional.ofNullable(PGProperty.SSL_CERT.getOrDefault(address));
        if (file.isEmpty()) return;
        try (var in = Files.newInputStream(Path.of(file.get()))) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (certificate instanceof X509Certificate own) check(own);
        } catch (IOException | CertificateException e) {
            // What can't be read the driver names.
            System.getLogger("rotable.sync").log(System.Logger.Level.DEBUG, "certificate", e);
        }
    }

    private static void check(X509Certificate own) throws CentralProblem {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new CentralProblem(
                    Kind.REFUSED,
                    "this bench's certificate expired on %tF, and needs a new one"
                            .formatted(own.getNotAfter()),
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new CentralProblem(
                    Kind.REFUSED,
                    "this bench's certificate counts from %tF on; is this computer's clock right"
                            .formatted(own.getNotBefore()),
                    e);
        }
    }
}
