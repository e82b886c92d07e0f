// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.exchange.CentralProblem;

/// The centre's power fails. Its server keeps commits in memory for ten seconds: what benches were
/// told must be on the disk all the same.
class CentrePowerTest {
    private static final Map<String, String> LAZY =
            Map.of("fsync", "on", "synchronous_commit", "off", "wal_writer_delay", "10s");

    @TempDir Path folder;

    @Test
    void a_token_that_a_bench_was_given_outlives_it() throws Exception {
        try (var depot = new Depot(folder, LAZY);
                var bench = depot.admitted("B1")) {
            depot.exchange(bench);
            var exchange = new Exchange(bench.replica(), Exchange.Work::run, "test", 100);
            try (var central = PostgresCentral.open(depot.as("B1"))) {
                exchange.greet(central);
            }
            depot.killCentre();
            assertEquals(new Exchange.Exchanged(0, 0), depot.exchange(bench));
        }
    }

    @Test
    void a_pin_that_was_sent_outlives_it() throws Exception {
        try (var depot = new Depot(folder, LAZY);
                var one = depot.admitted("B1");
                var two = depot.admitted("B2")) {
            AtADepot.set(one, "2580");
            depot.exchange(one);
            depot.killCentre();
            depot.exchange(two);
            assertTrue(AtADepot.verifies(two, "2580"));
        }
    }

    @Test
    void an_admission_outlives_it() throws Exception {
        try (var depot = new Depot(folder, LAZY);
                var bench = depot.admitted("B1")) {
            depot.killCentre();
            assertTrue(depot.exchange(bench).sent() > 0);
            try (var keeper = CentralKeeper.open(depot.admin)) {
                keeper.admissions().revoke("depot", "B1", "kim");
            }
            depot.killCentre();
            var refused = assertThrows(CentralProblem.class, () -> depot.exchange(bench));
            assertEquals(CentralProblem.Kind.REFUSED, refused.kind());
        }
    }
}
