// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import rotable.exchange.CentralProblem;
import rotable.exchange.Watermark;
import rotable.fact.BenchFact.EpochBegun;
import rotable.fact.BenchFact.Voucher;
import rotable.fact.BenchFact.Witness;
import rotable.journal.Entry;
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
    private final Map<String, Long> unvouched = new HashMap<>();
    private final Map<String, String> ends = new HashMap<>();
    private Watermark at = Watermark.NONE;

    CentralVerifier(Connection connection, String depot, Realm realm) {
        this.connection = connection;
        this.depot = depot;
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
                            "SELECT position, line, hash, chain, seq, bench || epoch, bench, epoch,"
                                    + " command::text, idx, count FROM rotable.journal WHERE depot ="
                                    + " ? ORDER BY position")) {
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
            var end = head();
            return end.isPresent() ? end : heads();
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

    /// How many entries stand behind the last checkpoint of their chain, by bench and epoch.
    SortedMap<String, Long> unvouched() {
        var some = new TreeMap<>(unvouched);
        some.values().removeIf(n -> n == 0);
        return some;
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
        var entry = verification.last().orElseThrow();
        if (!columns(row).equals(columns(entry)))
            return fault(entry, "its row names another place than the entry itself");
        ends.put(row.getString(6), row.getLong(5) + " " + hash);
        if (row.getLong(5) == 1) {
            unvouched.put(Verification.chain(entry), 1L);
            return admitted(entry, keys);
        }
        unvouched.merge(Verification.chain(entry), 1L, Long::sum);
        if (!line.contains(CHECKPOINT)) return Optional.empty();
        if (entry.fact() instanceof Voucher) unvouched.put(Verification.chain(entry), 0L);
        return witnessed(entry);
    }

    /// What the centre finds entries by, which is derived from them.
    private static List<Object> columns(ResultSet row) throws SQLException {
        return List.of(
                row.getString(7),
                row.getString(8),
                row.getLong(5),
                row.getString(9),
                row.getInt(10),
                row.getInt(11));
    }

    private static List<Object> columns(Entry entry) {
        var e = entry.envelope();
        return List.of(e.bench(), e.epoch(), e.seq(), e.command(), e.index(), e.count());
    }

    /// Where each bench's chain ends, as benches are told when they greet.
    private Optional<Fault> heads() throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT bench, epoch, seq, encode(hash, 'hex') FROM rotable.bench_head WHERE"
                                + " depot = ?")) {
            statement.setString(1, depot);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var end = ends.remove(rows.getString(1) + rows.getString(2));
                    if (!(rows.getLong(3) + " " + rows.getString(4)).equals(end))
                        return Optional.of(
                                new Fault(
                                        rows.getString(1),
                                        "its chain does not end where the centre tells it"));
                }
            }
        }
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(depot, "the centre does not tell where a chain ends"));
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
