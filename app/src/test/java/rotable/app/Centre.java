// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import rotable.exchange.CentralProblem;
import rotable.journal.Realm;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.sync.CentralKeeper;

/// A rehearsal depot's centre, in a PostgreSQL of the test's own.
final class Centre implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    Centre() throws IOException, CentralProblem {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        CentralKeeper.init(as("postgres"), "depot", Realm.REHEARSAL);
    }

    private CentralAddress as(String role) {
        return new CentralAddress(
                "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                Optional.of(role));
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
