// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import rotable.exchange.CentralProblem;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact.EpochBegun;
import rotable.fact.BenchFact.Voucher;
import rotable.fact.BenchFact.Witness;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.journal.Verification;
import rotable.journal.Verification.Fault;

/// Verifies everything that the centre holds of a depot: its own chain, every bench's, every
/// signature, that each epoch began with a key that was admitted, and that benches saw the same
/// chain.
final class CentralVerifier {
    private static final int AT_ONCE = 1_000;
    private static final String CHECKPOINT = "\"type\":\"checkpoint\"";

    private final Connection connection;
    private final String depot;
    private final Verification verification;
    private final Realm realm;
    private final Map<String, Long> unvouched = new HashMap<>();
    private Watermark at = Watermark.NONE;

    CentralVerifier(Connection connection, String depot, Realm realm) {
        this.connection = connection;
        this.depot = depot;
        this.realm = realm;
        this.verification = new Verification(realm);
    }

    /// Looks at every entry until one does not fit.
    ///
    /// @param progress is told the position now and then
    Optional<Fault> run(LongConsumer progress) throws CentralProblem {
        try {
            onePicture();
            var keys = keys();
            try (var statement =
                    connection.prepareStatement(
                            "SELECT position, line, hash, chain, seq, bench || epoch FROM rotable.journal"
                                    + " WHERE depot = ? ORDER BY position")) {
                statement.setFetchSize(AT_ONCE);
                statement.setString(1, depot);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var fault = check(rows, keys);
                        if (fault.isPresent()) return fault;
                        if (at.position() % AT_ONCE == 0) progress.accept(at.position());
                    }
                }
            }
            return head();
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        } finally {
            restore();
        }
    }

    /// Benches go on sending while the whole is looked at.
    private void onePicture() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    private void restore() throws CentralProblem {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }

    /// How many entries fit.
    long verified() {
        return at.position();
    }

    /// How many entries stand behind the last checkpoint of their chain.
    long unvouched() {
        return unvouched.values().stream().mapToLong(n -> n).sum();
    }

    private Set<String> keys() throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT bench, key FROM rotable.bench_key WHERE depot = ? AND approved_by IS"
                                + " NOT NULL")) {
            statement.setString(1, depot);
            var keys = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next())
                    keys.add(rows.getString(1) + " " + HexFormat.of().formatHex(rows.getBytes(2)));
            }
            return keys;
        }
    }

    private Optional<Fault> check(ResultSet row, Set<String> keys) throws SQLException {
        var place = "position " + row.getLong(1);
        var line = new String(row.getBytes(2), StandardCharsets.UTF_8);
        var hash = HexFormat.of().formatHex(row.getBytes(3));
        var fault = verification.next(place, line, hash);
        if (fault.isPresent()) return fault;
        at = at.following(hash);
        if (at.position() != row.getLong(1))
            return Optional.of(new Fault("position " + at.position(), "it is missing"));
        if (!at.chain().equals(HexFormat.of().formatHex(row.getBytes(4))))
            return Optional.of(new Fault(place, "the centre's chain is broken here"));
        if (row.getLong(5) == 1) {
            unvouched.put(row.getString(6), 1L);
            return admitted(read(line), keys);
        }
        unvouched.merge(row.getString(6), 1L, Long::sum);
        if (!line.contains(CHECKPOINT)) return Optional.empty();
        var entry = read(line);
        if (entry.fact() instanceof Voucher) unvouched.put(row.getString(6), 0L);
        return witnessed(entry);
    }

    private Entry read(String line) {
        try {
            return EntryCodec.read(realm, line);
        } catch (BadEntry e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /// The first entry of an epoch says under which key its bench writes.
    private static Optional<Fault> admitted(Entry entry, Set<String> keys) {
        var bench = entry.envelope().bench();
        if (!(entry.fact() instanceof EpochBegun begun) || !begun.bench().equals(bench))
            return fault(entry, "an epoch begins here, and does not name its bench's key");
        return keys.contains(bench + " " + begun.key())
                ? Optional.empty()
                : fault(entry, "its bench was not admitted with that key");
    }

    private static Optional<Fault> fault(Entry entry, String why) {
        return Optional.of(new Fault(Verification.address(entry), why));
    }

    /// What a bench saw of the centre's journal, and signed.
    private Optional<Fault> witnessed(Entry entry) throws SQLException {
        if (!(entry.fact() instanceof Witness seen) || seen.position() == 0)
            return Optional.empty();
        return seen.position() <= at.position() && seen.chain().equals(chainAt(seen.position()))
                ? Optional.empty()
                : fault(entry, "its bench saw another journal up to position " + seen.position());
    }

    private String chainAt(long position) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT chain FROM rotable.journal WHERE depot = ? AND position = ?")) {
            statement.setString(1, depot);
            statement.setLong(2, position);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? HexFormat.of().formatHex(rows.getBytes(1)) : "";
            }
        }
    }

    /// The end of the journal is what the centre told benches.
    private Optional<Fault> head() throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT position, chain FROM rotable.depot WHERE depot = ?")) {
            statement.setString(1, depot);
            try (var rows = statement.executeQuery()) {
                if (!rows.next())
                    return Optional.of(new Fault(depot, "there is no depot of that name"));
                var head =
                        new Watermark(rows.getLong(1), HexFormat.of().formatHex(rows.getBytes(2)));
                return head.equals(at)
                        ? Optional.empty()
                        : Optional.of(
                                new Fault(
                                        "position " + (at.position() + 1),
                                        "the journal ends before its head"));
            }
        }
    }
}
