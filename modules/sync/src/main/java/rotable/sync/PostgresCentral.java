// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import rotable.exchange.Advisory;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.PinVerifier.Given;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;

/// The centre in a PostgreSQL, as a bench may see it: three functions.
public final class PostgresCentral implements Central {
    private static final HexFormat HEX = HexFormat.of();

    private final Connection connection;

    private PostgresCentral(Connection connection) {
        this.connection = connection;
    }

    /// Connects as a bench.
    public static PostgresCentral open(CentralAddress address) throws CentralProblem {
        var central = new PostgresCentral(address.connect());
        try (var statement = central.connection.createStatement()) {
            statement.execute("LISTEN rotable");
            return central;
        } catch (SQLException e) {
            central.close();
            throw CentralAddress.problem(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private interface Filling {
        void of(PreparedStatement statement) throws SQLException;
    }

    private <T> T call(String sql, Filling filling, Reading<T> reading) throws CentralProblem {
        try (var statement = connection.prepareStatement(sql)) {
            filling.of(statement);
            try (var rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }

    @Override
    public Greeting greet(Watermark watermark, String token, String app) throws CentralProblem {
        return call(
                "SELECT head_epoch, head_seq, head_hash, last_position, knows, known, token, at,"
                        + " last_chain, refilling, readmitted, advised_at, advised FROM rotable.handshake(?, ?, ?, ?)",
                s -> {
                    s.setLong(1, watermark.position());
                    s.setBytes(2, HEX.parseHex(watermark.chain()));
                    s.setObject(3, token.isEmpty() ? null : UUID.fromString(token));
                    s.setString(4, app);
                },
                PostgresCentral::greeting);
    }

    private static Greeting greeting(ResultSet rows) throws SQLException {
        var heads = new ArrayList<CentralHead>();
        @Nullable Greeting last = null;
        while (rows.next()) {
            var epoch = rows.getString("head_epoch");
            if (epoch != null)
                heads.add(
                        new CentralHead(
                                epoch,
                                rows.getLong("head_seq"),
                                HEX.formatHex(rows.getBytes("head_hash"))));
            last =
                    new Greeting(
                            heads,
                            rows.getLong("last_position"),
                            rows.getBoolean("knows"),
                            rows.getBoolean("known"),
                            rows.getString("token"),
                            at(rows),
                            HEX.formatHex(rows.getBytes("last_chain")),
                            rows.getBoolean("refilling"),
                            rows.getBoolean("readmitted"),
                            advisories(rows));
        }
        if (last == null) throw new SQLException("the centre did not answer");
        return last;
    }

    private static List<Advisory> advisories(ResultSet rows) throws SQLException {
        var places = (Long[]) rows.getArray("advised_at").getArray();
        var lines = (byte[][]) rows.getArray("advised").getArray();
        var found = new ArrayList<Advisory>();
        for (int i = 0; i < places.length; i++)
            found.add(new Advisory(places[i], new String(lines[i], StandardCharsets.UTF_8)));
        return found;
    }

    private static Instant at(ResultSet rows) throws SQLException {
        return rows.getObject("at", OffsetDateTime.class).toInstant();
    }

    @Override
    public CentralHead append(Parcel parcel) throws CentralProblem {
        record Said(CentralHead head, boolean forked) {}
        var said =
                call(
                        "SELECT head_seq, head_hash, forked FROM rotable.append(?, ?)",
                        s -> {
                            s.setString(1, parcel.epoch());
                            s.setArray(2, array(parcel.lines()));
                        },
                        rows -> {
                            if (!rows.next()) throw new SQLException("the centre did not answer");
                            var hash = HEX.formatHex(rows.getBytes(2));
                            var head = new CentralHead(parcel.epoch(), rows.getLong(1), hash);
                            return new Said(head, rows.getBoolean(3));
                        });
        if (said.forked())
            throw new CentralProblem(
                    Kind.FORKED,
                    "the centre has other entries from number %d on; what is recorded here does not get in: set up an empty data folder, admit its key, and bring this one in with 'rotable sync --unsent-of'"
                            .formatted(parcel.first()));
        return said.head();
    }

    private Array array(List<String> lines) throws SQLException {
        var bytes = lines.stream().map(l -> l.getBytes(StandardCharsets.UTF_8));
        return connection.createArrayOf("bytea", bytes.toArray(byte[][]::new));
    }

    @Override
    public Watermark refill(long after, List<String> lines) throws CentralProblem {
        return call(
                "SELECT last_position, last_chain FROM rotable.refill(?, ?)",
                s -> {
                    s.setLong(1, after);
                    s.setArray(2, array(lines));
                },
                rows -> {
                    if (!rows.next()) throw new SQLException("the centre did not answer");
                    return new Watermark(rows.getLong(1), HEX.formatHex(rows.getBytes(2)));
                });
    }

    @Override
    public List<Placed> pull(long after, int limit) throws CentralProblem {
        return call(
                "SELECT position, line, chain FROM rotable.pull(?, ?)",
                s -> {
                    s.setLong(1, after);
                    s.setInt(2, limit);
                },
                rows -> {
                    var placed = new ArrayList<Placed>();
                    while (rows.next())
                        placed.add(
                                new Placed(
                                        rows.getLong(1),
                                        new String(rows.getBytes(2), StandardCharsets.UTF_8),
                                        HEX.formatHex(rows.getBytes(3))));
                    return placed;
                });
    }

    @Override
    public List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem {
        return call(
                "SELECT person, entry, verifier FROM rotable.pins(?, ?, ?)",
                s -> {
                    s.setArray(1, connection.createArrayOf("text", of(mine, Given::epoch)));
                    s.setArray(2, connection.createArrayOf("bigint", of(mine, Given::seq)));
                    s.setArray(3, connection.createArrayOf("text", of(mine, Given::verifier)));
                },
                rows -> {
                    var newest = new ArrayList<PinVerifier>();
                    while (rows.next())
                        newest.add(
                                new PinVerifier(
                                        rows.getString(1),
                                        HEX.formatHex(rows.getBytes(2)),
                                        rows.getString(3)));
                    return newest;
                });
    }

    private static Object[] of(List<Given> list, Function<Given, Object> part) {
        return list.stream().map(part).toArray();
    }

    @Override
    public boolean await(int millis) throws CentralProblem {
        try {
            var hints = connection.unwrap(PGConnection.class).getNotifications(millis);
            return hints != null && hints.length > 0;
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger("rotable.sync").log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
