// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
        var keeper = new CentralKeeper(address.connect());
        // What an administrator is told is done is on the disk, however the server is set up.
        keeper.sql.run("SET synchronous_commit = on");
        keeper.checkOwner();
        return keeper;
    }

    /// Lays out the schema, or brings it up to date, and makes room for a depot.
    public static void init(CentralAddress address, String depot, Realm realm)
            throws CentralProblem {
        // Why there is no connection is told in a sentence.
        open(address).close();
        try {
            Flyway.configure()
                    .dataSource(address.patient())
                    .locations("classpath:rotable/sync/central")
                    .defaultSchema("rotable_migrations")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CentralProblem(Kind.OTHER, String.valueOf(e.getMessage()), e);
        }
        try (var keeper = open(address)) {
            keeper.guard();
            keeper.sql.run("SELECT rotable.found(?, ?)", depot, realm.tag());
        }
    }

    /// What everybody may do in a database is no part of its dump, and is there again once it is
    /// restored.
    private void guard() throws CentralProblem {
        var name = String.valueOf(sql.first("SELECT current_database()").orElseThrow().getFirst());
        var quoted = '"' + name.replace("\"", "\"\"") + '"';
        sql.run("REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC");
        sql.run("GRANT CONNECT ON DATABASE " + quoted + " TO rotable_bench");
        sql.run("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    }

    /// A dump that is restored where its roles are missing belongs to whoever restored it: benches
    /// would act with that person's rights.
    private void checkOwner() throws CentralProblem {
        var owner =
                sql.first(
                        "SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'rotable'");
        if (owner.filter(o -> !"rotable_owner".equals(o.getFirst())).isPresent())
            throw new CentralProblem(
                    Kind.OTHER,
                    "the database was restored without its roles: make them first, as in"
                            + " docs/central.md, and restore it once more");
    }

    /// Which benches it admits.
    public Admissions admissions() {
        return new Admissions(sql);
    }

    /// Lets benches give back what a centre that was restored has lost; nothing new is placed until
    /// that ends.
    public void refill(String depot) throws CentralProblem {
        sql.run(
                "UPDATE rotable.depot SET refilling = true, refilling_since = clock_timestamp()"
                        + " WHERE depot = ?",
                depot);
    }

    /// Benches that are admitted and have not given back what they have since it began. What only
    /// they have can't be given back once it has ended.
    public List<String> awaited(String depot) throws CentralProblem {
        var awaited = new ArrayList<String>();
        for (var row :
                sql.all(
                        "SELECT b.bench FROM rotable.bench b JOIN rotable.depot d USING (depot)"
                                + " WHERE depot = ? AND b.revoked_at IS NULL AND (b.agreed_at IS"
                                + " NULL OR b.agreed_at < d.refilling_since) ORDER BY 1",
                        depot)) awaited.add(String.valueOf(row.getFirst()));
        return awaited;
    }

    /// Goes on placing new entries.
    public void refilled(String depot) throws CentralProblem {
        sql.run("UPDATE rotable.depot SET refilling = false WHERE depot = ?", depot);
    }

    /// A bench as the centre knows it.
    ///
    /// @param greeted when it presented itself last
    public record BenchStatus(
            String bench,
            long entries,
            Optional<Instant> greeted,
            Optional<String> app,
            Optional<Revoked> revoked,
            long forks) {
        /// Who sent it away, and when.
        public record Revoked(String by, Instant at) {}
    }

    /// What the centre holds of a depot.
    ///
    /// @param refilling whether benches give back what it lost, and nothing new is placed
    public record DepotStatus(long position, boolean refilling, List<BenchStatus> benches) {
        public DepotStatus {
            benches = List.copyOf(benches);
        }
    }

    /// How things stand in a depot; empty where it has none of that name.
    public Optional<DepotStatus> status(String depot) throws CentralProblem {
        var head =
                sql.first("SELECT position, refilling FROM rotable.depot WHERE depot = ?", depot);
        if (head.isEmpty()) return Optional.empty();
        var benches = new ArrayList<BenchStatus>();
        for (var row :
                sql.all(
                        "SELECT b.bench, (SELECT coalesce(sum(h.seq), 0)::bigint FROM"
                                + " rotable.bench_head h WHERE h.depot = b.depot AND h.bench ="
                                + " b.bench), b.greeted_at, b.app, b.revoked_by, b.revoked_at, (SELECT"
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
                            revoked(row.get(4), row.get(5)),
                            number(row.get(6))));
        var row = head.get();
        return Optional.of(
                new DepotStatus(number(row.getFirst()), Boolean.TRUE.equals(row.get(1)), benches));
    }

    /// What a verification came to.
    ///
    /// @param entries how many fit
    /// @param fault the first that does not
    /// @param unvouched how many of them came after the last checkpoint of their chain, by bench
    ///   and epoch
    public record Verified(
            long entries, Optional<Fault> fault, SortedMap<String, Long> unvouched) {}

    /// Verifies everything that the centre holds of a depot.
    ///
    /// @param progress is told now and then how many entries fit so far
    public Verified verify(String depot, Realm realm, LongConsumer progress) throws CentralProblem {
        var tag = sql.first("SELECT tag FROM rotable.depot WHERE depot = ?", depot);
        if (tag.filter(t -> !Arrays.equals((byte[]) t.getFirst(), bytes(realm))).isPresent())
            throw new CentralProblem(
                    Kind.REFUSED,
                    realm == Realm.RECORD
                            ? "this depot is a rehearsal: say --rehearsal"
                            : "this depot is no rehearsal: leave --rehearsal out");
        var verifier = new CentralVerifier(connection, depot, realm);
        var fault = verifier.run(progress);
        return new Verified(verifier.verified(), fault, verifier.unvouched());
    }

    private static Optional<BenchStatus.Revoked> revoked(@Nullable Object by, @Nullable Object at) {
        return at instanceof OffsetDateTime when
                ? Optional.of(new BenchStatus.Revoked(String.valueOf(by), when.toInstant()))
                : Optional.empty();
    }

    private static byte[] bytes(Realm realm) {
        return realm.tag().getBytes(StandardCharsets.UTF_8);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
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
