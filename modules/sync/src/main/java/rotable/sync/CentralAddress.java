// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;

/// Where the centre is, and as whom it is spoken to.
///
/// @param url `jdbc:postgresql://host:port/database`, with the driver's parameters such as
///   `sslmode`
/// @param role the role that connects; absent where the URL or the certificate says it
public record CentralAddress(String url, Optional<String> role) {
    /// Seconds; a line that is cut must not hold anybody up for longer.
    private static final Map<String, String> LIMITS =
            Map.of(
                    "connectTimeout", "5",
                    "loginTimeout", "10",
                    "socketTimeout", "30",
                    "cancelSignalTimeout", "5",
                    "tcpKeepAlive", "true",
                    "ApplicationName", "rotable");

    /// The role of a bench at the centre.
    public static String roleOf(String depot, String bench) {
        return "rotable-" + depot + "-" + bench;
    }

    /// Connects.
    Connection connect() throws CentralProblem {
        var settings = new Properties();
        LIMITS.forEach(settings::setProperty);
        role.ifPresent(r -> settings.setProperty("user", r));
        if (!url.startsWith("jdbc:postgresql:"))
            throw new CentralProblem(Kind.REFUSED, url + " is no jdbc:postgresql:… address");
        try {
            return DriverManager.getConnection(url, settings);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    /// What a failure of the driver means to whoever waits for the centre.
    static CentralProblem problem(SQLException e) {
        var message = String.valueOf(e.getMessage()).replaceFirst("^ERROR: ", "");
        // Certificates that don't fit are no line that is cut: trying again does not mend them.
        var kind = isOfCertificates(e) ? Kind.REFUSED : kind(String.valueOf(e.getSQLState()));
        return new CentralProblem(kind, message, e);
    }

    private static boolean isOfCertificates(Throwable e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause())
            if (t instanceof GeneralSecurityException || t instanceof SSLPeerUnverifiedException)
                return true;
        return false;
    }

    /// By the classes of SQLSTATE in PostgreSQL's appendix A; RT… are the centre's own.
    private static Kind kind(String state) {
        if (state.startsWith("08") || state.startsWith("57P")) return Kind.UNREACHABLE;
        if (state.startsWith("28") || state.equals("RT001") || state.equals("42501"))
            return Kind.REFUSED;
        return state.equals("RT004") ? Kind.REFILLING : Kind.OTHER;
    }
}
