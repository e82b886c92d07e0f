// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rotable.exchange.CentralProblem;
import rotable.exchange.Watermark;
import rotable.fact.IntakeFact;
import rotable.journal.Realm;

/// Benches vouch for what they recorded and for what they saw of the centre, which is compared.
class WitnessTest extends AtADepot {
    private CentralKeeper.Verified verified() throws CentralProblem {
        try (var keeper = CentralKeeper.open(depot.admin)) {
            return keeper.verify("depot", Realm.RECORD, n -> {});
        }
    }

    private Optional<String> fault() throws CentralProblem {
        return verified()
                .fault()
                .map(f -> f.entry().replaceFirst("/.{8}/", "/…/") + ": " + f.why());
    }

    /// Whoever owns the server can leave an entry out and chain the others anew.
    private void leaveOut(long position) throws SQLException {
        depot.tamper("DELETE FROM rotable.journal WHERE position = " + position);
        var at = Watermark.NONE;
        for (var hash : hashes()) {
            at = at.following(hash);
            depot.tamper(
                    "UPDATE rotable.journal SET position = %d, chain = '\\x%s' WHERE hash = '\\x%s'"
                            .formatted(at.position(), at.chain(), hash));
        }
        depot.tamper(
                "UPDATE rotable.depot SET position = %d, chain = '\\x%s'"
                        .formatted(at.position(), at.chain()));
    }

    private List<String> hashes() throws SQLException {
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var rows =
                        admin.createStatement()
                                .executeQuery(
                                        "SELECT hash FROM rotable.journal ORDER BY position")) {
            var hashes = new ArrayList<String>();
            while (rows.next()) hashes.add(HexFormat.of().formatHex(rows.getBytes(1)));
            return hashes;
        }
    }

    @Test
    void a_journal_that_was_written_anew_is_not_what_benches_saw() throws Exception {
        try (var one = depot.admitted("B1");
                var two = depot.admitted("B2")) {
            depot.exchange(two);
            depot.exchange(one);
            Depot.append(one, new IntakeFact.Noted(UNIT, Optional.empty(), "dead"));
            depot.exchange(one);
        }
        assertEquals(6, hashes().size());
        assertEquals(Optional.empty(), fault());
        leaveOut(2);
        assertEquals(
                Optional.of("B1/…/4: its bench saw another journal up to position 4"), fault());
    }

    @Test
    void what_no_key_vouches_for_is_counted() throws Exception {
        try (var one = depot.admitted("B1");
                var central = PostgresCentral.open(depot.as("B1"))) {
            depot.exchange(one);
            central.greet(one.replica().watermark(), one.replica().token(), "test");
            for (int i = 0; i < 3; i++)
                Depot.append(one, new IntakeFact.Noted(UNIT, Optional.empty(), "note " + i));
            central.append(one.replica().unsent(1_000).orElseThrow());
            assertEquals(List.of(3L), List.copyOf(verified().unvouched().values()));
        }
    }
}
