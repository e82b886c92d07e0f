// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.journal.Realm;
import rotable.journal.Verification.Fault;

/// Keeps the centre: lays out its schema, admits benches and sends them away.
public final class CentralKeeper implements AutoCloseable {
    private final Connection connection;
    private final Sql sql;

    private CentralKeeper(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /// Connects as an administrator of the database, who may create roles.
    public static CentralKeeper open(CentralAddress address) throws CentralProblem {
        return new CentralKeeper(address.connect());
    }

    /// Lays out the schema, or brings it up to date, and makes room for a depot.
    public static void init(CentralAddress address, String depot, Realm realm)
            throws CentralProblem {
        try {
            Flyway.configure()
                    .dataSource(address.url(), address.role().orElse(null), null)
                    .locations("classpath:rotable/sync/central")
                    .defaultSchema("rotable_migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CentralProblem(Kind.OTHER, String.valueOf(e.getMessage()), e);
        }
        try (var keeper = open(address)) {
            keeper.sql.run("SELECT rotable.found(?, ?)", depot, realm.tag());
        }
    }

    /// How far an admission is.
    public enum Admission {
        /// A second person has to approve it.
        PROPOSED,
        /// It is admitted now.
        ADMITTED,
        /// It was admitted before.
        ALREADY,
        /// Whoever proposed it can't approve it too.
        SAME_PERSON
    }

    /// Proposes a bench with its key, or approves what somebody else proposed.
    ///
    /// @param key the bench's Ed25519 public key, X.509 encoded, in hex
    public Admission enrol(String depot, String bench, String key, String by)
            throws CentralProblem {
        var bytes = HexFormat.of().parseHex(key);
        var found =
                sql.first(
                        "SELECT proposed_by, approved_by FROM rotable.bench_key"
                                + " WHERE depot = ? AND bench = ? AND key = ?",
                        depot,
                        bench,
                        bytes);
        if (found.isEmpty()) {
            sql.run(
                    "INSERT INTO rotable.bench_key (depot, bench, key, proposed_by)"
                            + " VALUES (?, ?, ?, ?)",
                    depot,
                    bench,
                    bytes,
                    by);
            return Admission.PROPOSED;
        }
        if (found.get().get(1) != null) return Admission.ALREADY;
        if (by.equals(found.get().getFirst())) return Admission.SAME_PERSON;
        admit(depot, bench, bytes, by);
        return Admission.ADMITTED;
    }

    /// A bench on a new computer presents itself for the first time again.
    private void admit(String depot, String bench, byte[] key, String by) throws CentralProblem {
        sql.inTransaction(
                () -> {
                    sql.run(
                            "UPDATE rotable.bench_key SET approved_by = ?, approved_at ="
                                    + " clock_timestamp() WHERE depot = ? AND bench = ? AND key = ?",
                            by,
                            depot,
                            bench,
                            key);
                    sql.run(
                            "INSERT INTO rotable.bench (depot, bench, role) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (depot, bench) DO UPDATE SET token = NULL,"
                                    + " token_before = NULL, revoked_by = NULL, revoked_at = NULL",
                            depot,
                            bench,
                            CentralAddress.roleOf(depot, bench));
                    makeRole(CentralAddress.roleOf(depot, bench));
                });
    }

    private void makeRole(String role) throws CentralProblem {
        if (sql.first("SELECT 1 FROM pg_roles WHERE rolname = ?", role).isEmpty())
            sql.run("CREATE ROLE " + quoted(role));
        for (var change :
                List.of(
                        " LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 3",
                        " SET statement_timeout = '30s'",
                        " SET lock_timeout = '10s'",
                        " SET idle_in_transaction_session_timeout = '15s'"))
            sql.run("ALTER ROLE " + quoted(role) + change);
        sql.run("GRANT rotable_bench TO " + quoted(role));
    }

    /// Sends a bench away: it can't connect any more.
    ///
    /// @return whether there is such a bench
    public boolean revoke(String depot, String bench, String by) throws CentralProblem {
        var role = CentralAddress.roleOf(depot, bench);
        if (sql.first("SELECT 1 FROM rotable.bench WHERE depot = ? AND bench = ?", depot, bench)
                .isEmpty()) return false;
        sql.inTransaction(
                () -> {
                    sql.run(
                            "UPDATE rotable.bench SET revoked_by = ?, revoked_at ="
                                    + " clock_timestamp() WHERE depot = ? AND bench = ?",
                            by,
                            depot,
                            bench);
                    sql.run("ALTER ROLE " + quoted(role) + " NOLOGIN");
                    sql.run(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                                    + " ?",
                            role);
                });
        return true;
    }

    /// A bench as the centre knows it.
    ///
    /// @param greeted when it presented itself last
    public record BenchStatus(
            String bench,
            long entries,
            Optional<Instant> greeted,
            Optional<String> app,
            boolean revoked,
            long forks) {}

    /// What the centre holds of a depot.
    public record DepotStatus(long position, List<BenchStatus> benches) {
        public DepotStatus {
            benches = List.copyOf(benches);
        }
    }

    /// How things stand in a depot; empty where it has none of that name.
    public Optional<DepotStatus> status(String depot) throws CentralProblem {
        var head = sql.first("SELECT position FROM rotable.depot WHERE depot = ?", depot);
        if (head.isEmpty()) return Optional.empty();
        var benches = new ArrayList<BenchStatus>();
        for (var row :
                sql.all(
                        "SELECT b.bench, (SELECT coalesce(sum(h.seq), 0)::bigint FROM"
                                + " rotable.bench_head h WHERE h.depot = b.depot AND h.bench ="
                                + " b.bench), b.greeted_at, b.app, b.revoked_at IS NOT NULL, (SELECT"
                                + " count(*) FROM rotable.fork f WHERE f.depot = b.depot AND f.bench"
                                + " = b.bench) FROM rotable.bench b WHERE b.depot = ? ORDER BY 1",
                        depot))
            benches.add(
                    new BenchStatus(
                            String.valueOf(row.get(0)),
                            number(row.get(1)),
                            Optional.ofNullable((OffsetDateTime) row.get(2))
                                    .map(OffsetDateTime::toInstant),
                            Optional.ofNullable((String) row.get(3)),
                            Boolean.TRUE.equals(row.get(4)),
                            number(row.get(5))));
        return Optional.of(new DepotStatus(number(head.get().getFirst()), benches));
    }

    /// What a verification came to.
    ///
    /// @param entries how many fit
    /// @param fault the first that does not
    public record Verified(long entries, Optional<Fault> fault) {}

    /// Verifies everything that the centre holds of a depot.
    ///
    /// @param progress is told now and then how many entries fit so far
    public Verified verify(String depot, Realm realm, LongConsumer progress) throws CentralProblem {
        var verifier = new CentralVerifier(connection, depot, realm);
        var fault = verifier.run(progress);
        return new Verified(verifier.verified(), fault);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
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
