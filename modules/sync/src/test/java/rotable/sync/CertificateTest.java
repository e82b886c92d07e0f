// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.store.DerbyRecord;
import rotable.sync.Certificates.Certified;

/// A centre set up as `docs/central.md` says: benches are who their certificates say, over TLS
/// alone.
@DisabledOnOs(OS.WINDOWS)
class CertificateTest {
    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Depot depot;

    @SuppressWarnings("NullAway.Init")
    private static Certificates ours;

    @SuppressWarnings("NullAway.Init")
    private static Certificates others;

    @SuppressWarnings("NullAway.Init")
    private static DerbyRecord bench;

    @BeforeAll
    static void start() throws Exception {
        ours = new Certificates(folder.resolve("ours"), "Depot");
        others = new Certificates(folder.resolve("others"), "Others");
        var server = ours.of("localhost", "san=dns:localhost");
        depot =
                new Depot(
                        folder,
                        Map.of(
                                "fsync", "off",
                                "ssl", "on",
                                "ssl_cert_file", server.certificate().toString(),
                                "ssl_key_file", server.key().toString(),
                                "ssl_ca_file", ours.root().toString()));
        bench = depot.admitted("B1");
        admitByCertificate();
    }

    private static void admitByCertificate() throws IOException, SQLException {
        var rules =
                """
                host    all postgres       127.0.0.1/32 trust
                host    all postgres       ::1/128      trust
                hostssl all +rotable_bench 127.0.0.1/32 cert clientcert=verify-full
                hostssl all +rotable_bench ::1/128      cert clientcert=verify-full
                """;
        Files.writeString(folder.resolve("centre/pg_hba.conf"), rules);
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var statement = admin.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        bench.close();
        depot.close();
    }

    private static CentralAddress at(Path root, Optional<Certified> who) {
        var url = depot.url() + "?sslmode=verify-full&sslrootcert=" + root;
        var certified =
                who.map(c -> "&sslcert=" + c.certificate() + "&sslkey=" + c.pkcs8()).orElse("");
        return new CentralAddress(url + certified, Optional.of("rotable-depot-B1"));
    }

    private static CentralProblem refused(CentralAddress at) {
        return assertThrows(CentralProblem.class, () -> PostgresCentral.open(at).close());
    }

    @Test
    void a_bench_with_its_certificate_exchanges() throws Exception {
        var at = at(ours.root(), Optional.of(ours.of("rotable-depot-B1")));
        var did =
                new Exchange(bench.replica(), Exchange.Work::run, "test", 200)
                        .run(() -> PostgresCentral.open(at));
        assertTrue(did.sent() > 0);
    }

    @Test
    void another_benchs_certificate_is_not_this_bench() throws Exception {
        var problem = refused(at(ours.root(), Optional.of(ours.of("rotable-depot-B2"))));
        assertEquals(Kind.REFUSED, problem.kind(), String.valueOf(problem.getMessage()));
    }

    @Test
    void a_certificate_of_another_authority_is_none() throws Exception {
        var problem = refused(at(ours.root(), Optional.of(others.of("rotable-depot-B1"))));
        assertTrue(!problem.passing(), String.valueOf(problem.getMessage()));
    }

    @Test
    void a_certificate_whose_time_is_over_is_none() throws Exception {
        var problem = refused(at(ours.root(), Optional.of(ours.expired("rotable-depot-B1"))));
        assertEquals(Kind.REFUSED, problem.kind(), String.valueOf(problem.getMessage()));
        assertTrue(String.valueOf(problem.getMessage()).contains("expired"), problem.toString());
    }

    @Test
    void without_a_certificate_or_without_tls_nobody_comes_in() {
        var without = refused(at(ours.root(), Optional.empty()));
        assertEquals(Kind.REFUSED, without.kind(), String.valueOf(without.getMessage()));
        var plain =
                refused(
                        new CentralAddress(
                                depot.url() + "?sslmode=disable", Optional.of("rotable-depot-B1")));
        assertEquals(Kind.REFUSED, plain.kind(), String.valueOf(plain.getMessage()));
    }

    @Test
    void a_centre_whose_certificate_names_another_host_is_not_believed() throws Exception {
        var at = at(ours.root(), Optional.of(ours.of("rotable-depot-B3")));
        var elsewhere = at.url().replace("//localhost", "//127.0.0.1");
        var problem = refused(new CentralAddress(elsewhere, at.role()));
        assertEquals(Kind.REFUSED, problem.kind(), String.valueOf(problem.getMessage()));
    }

    /// The bench says so and waits to be asked: it may be somebody else's server.
    @Test
    void a_centre_that_another_authority_certified_is_not_believed() throws Exception {
        var problem = refused(at(others.root(), Optional.empty()));
        assertEquals(Kind.REFUSED, problem.kind(), String.valueOf(problem.getMessage()));
    }
}
