// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// A line that is reset after as many bytes each time: what does not go through at once goes in
/// pieces, in both directions.
class BreakingLineTest extends AtADepot {
    private static final int BYTES = 60_000;
    private static final int NOTES = 200;
    private static final int TRIES = 40;

    /// How often the line broke until both had everything.
    private static int broken(DerbyRecord record, int port) throws RecordProblem, CentralProblem {
        var url = "jdbc:postgresql://localhost:%d/postgres".formatted(port);
        var role = CentralAddress.roleOf("depot", record.head().bench());
        var at = new CentralAddress(url, Optional.of(role));
        var exchange = new Exchange(record.replica(), Exchange.Work::run, "test", 1_000);
        for (int tries = 0; ; tries++) {
            try {
                exchange.run(() -> PostgresCentral.open(at));
                return tries;
            } catch (CentralProblem e) {
                if (!e.passing() || tries == TRIES) throw e;
            }
        }
    }

    @Test
    void what_a_line_does_not_carry_at_once_goes_in_pieces() throws Exception {
        var one = bench("B1");
        var two = bench("B2");
        for (int i = 0; i < NOTES; i++) Depot.append(one, note(UNIT, "long ".repeat(200) + i));
        try (var lines = FaultProxy.each(depot.port(), FaultProxy.Kind.RESET, BYTES)) {
            assertTrue(broken(one, lines.port()) > 3, "the line carried all of it");
            assertEquals(0, one.waiting());
            assertTrue(broken(two, lines.port()) > 3, "the line carried all of it");
        }
        depot.exchange(one);
        assertEquals(NOTES, two.unit(UNIT).history().size());
        assertEquals(one.replica().watermark(), two.replica().watermark());
        assertEquals(one.centralHash(), two.centralHash());
    }
}
