// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.fact.Fact;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;

/// A bench that is new at a depot takes in all there is; when the line is cut in between, it goes
/// on where it was.
class FirstSyncTest extends AtADepot {
    private static final int COMMANDS = 70;
    private static final int NOTES = 100;
    private static final int SLICE = 500;

    private final List<Long> positions = new ArrayList<>();

    private void fill(DerbyRecord record) throws RecordProblem, CentralProblem {
        for (int c = 0; c < COMMANDS; c++) {
            var facts = new ArrayList<Fact>();
            for (int n = 0; n < NOTES; n++) facts.add(note(UNIT, c + "." + n));
            Depot.append(record, facts.toArray(Fact[]::new));
        }
        depot.exchange(record);
    }

    private Exchange.Exchanged exchange(DerbyRecord record, Exchange.Catching told)
            throws CentralProblem, RecordProblem {
        var desk = (Exchange.Desk) Exchange.Work::run;
        return new Exchange(record.replica(), desk, "test", Pace.steady(SLICE), told)
                .run(() -> PostgresCentral.open(depot.as(record.head().bench())));
    }

    /// The server ends the line of a bench.
    private void cut(String bench) {
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", "");
                var ending =
                        admin.prepareStatement(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                        + " WHERE usename = ?")) {
            ending.setString(1, CentralAddress.roleOf("depot", bench));
            assertTrue(ending.executeQuery().next(), "no line was there");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_new_bench_goes_on_where_the_line_was_cut_and_tells_how_far_it_is() throws Exception {
        var old = bench("B1");
        fill(old);
        var all = old.replica().watermark().position();
        var fresh = bench("B2");
        var lost =
                assertThrows(
                        CentralProblem.class,
                        () ->
                                exchange(
                                        fresh,
                                        (position, last) -> {
                                            positions.add(position);
                                            assertEquals(all, last);
                                            if (position >= 1_000) cut("B2");
                                        }));
        assertTrue(lost.passing(), lost.toString());
        var there = fresh.replica().watermark().position();
        assertTrue(there >= 1_000 && there < all, "at " + there);
        var rest = exchange(fresh, (position, last) -> positions.add(position));
        assertEquals(fresh.replica().watermark().position() - there, rest.received());
        assertEquals(positions.stream().sorted().toList(), positions);
        assertTrue(positions.size() > 3, positions.toString());
        depot.exchange(old);
        assertEquals(old.centralHash(), fresh.centralHash());
        assertEquals(old.replica().watermark(), fresh.replica().watermark());
    }
}
