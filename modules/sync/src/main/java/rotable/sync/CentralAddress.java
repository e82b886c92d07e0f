// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
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

    private static final List<String> SECRETS = List.of("password", "sslpassword");

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "[::1]");

    /// A function, a column or a table is not there yet.
    private static final List<String> OLDER = List.of("42883", "42703", "42P01");

    /// Another one held a lock, or the statement took too long.
    private static final List<String> BUSY = List.of("55P03", "57014");

    /// What the driver logs it throws as well.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    /// The role of a bench at the centre.
    public static String roleOf(String depot, String bench) {
        return "rotable-" + depot + "-" + bench;
    }

    /// Connects. Away from this computer the centre has to prove that it is the one that is named,
    /// unless the address says otherwise.
    Connection connect() throws CentralProblem {
        var settings = settings();
        try {
            return DriverManager.getConnection(url, settings);
        } catch (SQLException e) {
            throw isUnproven(e) ? new CentralProblem(Kind.REFUSED, message(e), e) : problem(e);
        }
    }

    /// How the driver connects.
    Properties settings() throws CentralProblem {
        var parts = Driver.parseURL(url, new Properties());
        if (parts == null)
            throw new CentralProblem(
                    Kind.REFUSED, "the address is not of the form jdbc:postgresql://HOST/DATABASE");
        OwnCertificate.check(parts);
        if (parts.getProperty("PGHOST", "").contains("@"))
            throw new CentralProblem(
                    Kind.REFUSED,
                    "an account stands before the host: leave it out, and name it with --user");
        for (var secret : SECRETS)
            // The driver's own password file is read into the parts as well.
            if (isNamed(secret))
                throw new CentralProblem(
                        Kind.REFUSED,
                        secret
                                + " stands in the address, where every account of this computer can"
                                + " read it: use a certificate, or a password file of the driver");
        var settings = new Properties();
        LIMITS.forEach(settings::setProperty);
        role.ifPresent(r -> settings.setProperty("user", r));
        var hosts = List.of(parts.getProperty("PGHOST", "localhost").split(","));
        if (!LOOPBACK.containsAll(hosts)) settings.setProperty("sslmode", "verify-full");
        // What the address says itself counts.
        settings.keySet().removeIf(parts::containsKey);
        return settings;
    }

    private boolean isNamed(String parameter) {
        return Stream.of(url.split("[?&]", -1)).anyMatch(p -> p.startsWith(parameter + "="));
    }

    /// For work that takes longer than a bench would wait for an answer.
    DataSource patient() throws CentralProblem {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        var settings = settings();
        settings.setProperty("socketTimeout", "1800");
        try {
            for (var name : settings.stringPropertyNames())
                source.setProperty(name, settings.getProperty(name));
        } catch (SQLException e) {
            throw problem(e);
        }
        return source;
    }

    /// What a failure of the driver means to whoever waits for the centre.
    static CentralProblem problem(SQLException e) {
        // Certificates that don't fit are no line that is cut: trying again does not mend them.
        var kind = isOfCertificates(e) ? Kind.REFUSED : kind(String.valueOf(e.getSQLState()));
        return new CentralProblem(kind, message(e), e);
    }

    private static String message(SQLException e) {
        // Behind the first line the server tells where in its functions that was.
        var all = String.valueOf(e.getMessage()).replaceFirst("^(ERROR|FATAL): ", "");
        var said = all.lines().findFirst().orElse("");
        var state = String.valueOf(e.getSQLState());
        if (BUSY.contains(state))
            return "it is busy with another bench, and did not answer in time (" + said + ")";
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            var means = means(t);
            if (means.isPresent()) return means.get();
        }
        if (state.equals("3F000") || said.contains("\"rotable.depot\""))
            return "there is no centre in this database; 'rotable central init' lays it out";
        if (OLDER.contains(state))
            return "the centre is older than this program, bring it up to date (" + said + ")";
        return state.equals("28000")
                ? "nobody is admitted there like this: the bench was sent away, or account,"
                        + " certificate, database and pg_hba.conf do not belong together ("
                        + said
                        + ")"
                : said;
    }

    /// What people can do something about, where the driver only says that it failed.
    private static Optional<String> means(Throwable cause) {
        return switch (cause) {
            case UnknownHostException t ->
                    Optional.of("there is no host " + t.getMessage() + ", or no name server");
            case SocketTimeoutException t -> Optional.of("it does not answer");
            case FileNotFoundException t ->
                    Optional.of(
                            t.getMessage() + ", which the address names or the driver looks for");
            case CertificateExpiredException t ->
                    Optional.of("its certificate has expired (" + t.getMessage() + ")");
            case CertPathBuilderException t ->
                    Optional.of("its certificate is signed by nobody whom sslrootcert names");
            default -> Optional.empty();
        };
    }

    /// The driver tells without a cause that the centre's certificate names another host, and with
    /// a state of its own that it offers no encryption.
    private static boolean isUnproven(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.equals("08004") || (state.equals("08006") && e.getCause() == null);
    }

    private static boolean isOfCertificates(Throwable e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof GeneralSecurityException || t instanceof SSLPeerUnverifiedException)
                return true;
            if (t instanceof FileNotFoundException) return true;
            // A line that ends in the middle of a handshake is only cut.
            if (t instanceof SSLHandshakeException && !(t.getCause() instanceof EOFException))
                return true;
        }
        return false;
    }

    /// By the classes of SQLSTATE in PostgreSQL's appendix A; RT… are the centre's own.
    private static Kind kind(String state) {
        if (state.startsWith("08") || state.startsWith("57P") || BUSY.contains(state))
            return Kind.UNREACHABLE;
        if (state.startsWith("28") || state.equals("RT001") || state.equals("42501"))
            return Kind.REFUSED;
        if (OLDER.contains(state)) return Kind.REFUSED;
        if (state.equals("RT002") || state.equals("RT003") || state.startsWith("22"))
            return Kind.FAULTY;
        return state.equals("RT004") ? Kind.REFILLING : Kind.OTHER;
    }
}
