// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;
import rotable.journal.Realm;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;
import rotable.testkit.Folders;

/// A rehearsal depot's centre, in a PostgreSQL of the test's own.
final class Centre implements AutoCloseable {
    private static @Nullable Path laidOut;

    private final EmbeddedPostgres postgres;

    Centre() throws IOException, CentralProblem {
        var data = Files.createTempDirectory(Path.of("target"), "centre-");
        Folders.copy(laidOut(), data);
        postgres = server(data).start();
    }

    /// A centre with its schema and an empty depot: made once, because that takes some seconds.
    private static synchronized Path laidOut() throws IOException, CentralProblem {
        if (laidOut == null) {
            var first = Files.createTempDirectory(Path.of("target"), "centre-");
            try (var postgres = server(first).start()) {
                CentralKeeper.init(as(postgres, "postgres"), "depot", Realm.REHEARSAL);
            }
            laidOut = first;
        }
        return laidOut;
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off");
    }

    private CentralAddress as(String role) {
        return as(postgres, role);
    }

    private static CentralAddress as(EmbeddedPostgres postgres, String role) {
        return new CentralAddress(url(postgres), Optional.of(role));
    }

    /// Where its administrator `postgres` finds it.
    String url() {
        return url(postgres);
    }

    private static String url(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    /// Two people admit a bench; where and as whom it finds the centre.
    CentralAddress admit(DerbyRecord record) throws CentralProblem {
        var bench = record.head().bench();
        try (var keeper = CentralKeeper.open(as("postgres"))) {
            for (var person : List.of("kim", "lee"))
                keeper.admissions().enrol("depot", bench, record.publicKey(), person);
        }
        return as(CentralAddress.roleOf("depot", bench));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
