// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;

/// Which benches the centre admits: each with a key, by two people.
public final class Admissions {
    private final Sql sql;

    Admissions(Sql sql) {
        this.sql = sql;
    }

    /// How far an admission is.
    public enum Admission {
        /// A second person has to approve it.
        PROPOSED,
        /// It is admitted now.
        ADMITTED,
        /// It was admitted before; a second person has to approve that its computer was restored.
        PROPOSED_AGAIN,
        /// It is believed once more, whatever it presents itself with.
        READMITTED,
        /// It was sent away; a second person has to approve that it comes back.
        PROPOSED_BACK,
        /// Whoever proposed it can't approve it too.
        SAME_PERSON
    }

    /// What waits for a second person.
    ///
    /// @param again whether the bench was admitted with that key before
    public record Proposal(
            String bench, String fingerprint, String by, Instant at, boolean again) {}

    /// How long a proposal waits: half an approval is not to be found by whoever comes along years
    /// later.
    private static final String LAPSED = " AND proposed_at < clock_timestamp() - interval '1 day'";

    private static final String OPEN = " WHERE depot = ? AND approved_by IS NULL";

    /// What waits for a second person in a depot, oldest first.
    public List<Proposal> proposals(String depot) throws CentralProblem {
        var found = new ArrayList<Proposal>();
        for (var table : List.of("bench_key", "readmission"))
            for (var row :
                    sql.all(
                            "SELECT bench, key, proposed_by, proposed_at FROM rotable."
                                    + table
                                    + OPEN
                                    + LAPSED.replace('<', '>')
                                    + " ORDER BY proposed_at",
                            depot))
                found.add(
                        new Proposal(
                                String.valueOf(row.get(0)),
                                fingerprint(row.get(1)),
                                String.valueOf(row.get(2)),
                                ((OffsetDateTime) requireNonNull(row.get(3))).toInstant(),
                                table.equals("readmission")));
        return found;
    }

    private static String fingerprint(@Nullable Object key) {
        return Fingerprint.of(HexFormat.of().formatHex((byte[]) requireNonNull(key)));
    }

    /// Another bench that a key was proposed or admitted for.
    public Optional<String> bearer(String depot, String bench, String key) throws CentralProblem {
        return sql.first(
                        "SELECT bench FROM rotable.bench_key WHERE depot = ? AND bench <> ? AND key"
                                + " = ?",
                        depot,
                        bench,
                        HexFormat.of().parseHex(key))
                .map(row -> String.valueOf(row.getFirst()));
    }

    private void lapse(String depot, String and, Object... more) throws CentralProblem {
        for (var table : List.of("bench_key", "readmission"))
            sql.run(
                    "DELETE FROM rotable." + table + OPEN + and,
                    Stream.concat(Stream.of(depot), Arrays.stream(more)).toArray());
    }

    /// Proposes a bench with its key, or approves what somebody else proposed.
    ///
    /// @param key the bench's Ed25519 public key, X.509 encoded, in hex
    public Admission enrol(String depot, String bench, String key, String by)
            throws CentralProblem {
        var bytes = HexFormat.of().parseHex(key);
        lapse(depot, LAPSED);
        var found =
                sql.first(
                        "SELECT proposed_by, approved_by FROM rotable.bench_key"
                                + " WHERE depot = ? AND bench = ? AND key = ?",
                        depot,
                        bench,
                        bytes);
        if (found.isEmpty()) {
            propose("bench_key", depot, bench, bytes, by);
            return Admission.PROPOSED;
        }
        if (found.get().get(1) != null) return again(depot, bench, bytes, by);
        if (isSame(by, found.get().getFirst())) return Admission.SAME_PERSON;
        admit(depot, bench, bytes, by);
        return Admission.ADMITTED;
    }

    private Admission again(String depot, String bench, byte[] key, String by)
            throws CentralProblem {
        Optional<List<@Nullable Object>> found =
                sql.first(
                        "SELECT proposed_by FROM rotable.readmission WHERE depot = ? AND bench = ?"
                                + " AND key = ? AND approved_by IS NULL",
                        depot,
                        bench,
                        key);
        if (found.isEmpty()) {
            propose("readmission", depot, bench, key, by);
            return isRevoked(depot, bench) ? Admission.PROPOSED_BACK : Admission.PROPOSED_AGAIN;
        }
        if (isSame(by, found.get().getFirst())) return Admission.SAME_PERSON;
        sql.inTransaction(
                () -> {
                    approve("readmission", depot, bench, key, by);
                    lapse(depot, " AND bench = ?", bench);
                    sql.run(
                            "UPDATE rotable.bench SET readmitted = true, revoked_by = NULL,"
                                    + " revoked_at = NULL WHERE depot = ? AND bench = ?",
                            depot,
                            bench);
                    new BenchRole(sql, depot, bench).make();
                });
        return Admission.READMITTED;
    }

    private boolean isRevoked(String depot, String bench) throws CentralProblem {
        return sql.first(
                        "SELECT 1 FROM rotable.bench WHERE depot = ? AND bench = ? AND revoked_at"
                                + " IS NOT NULL",
                        depot,
                        bench)
                .isPresent();
    }

    /// A name written otherwise is no second person.
    private static boolean isSame(String name, @Nullable Object other) {
        return name.strip().equalsIgnoreCase(String.valueOf(other).strip());
    }

    private void propose(String table, String depot, String bench, byte[] key, String by)
            throws CentralProblem {
        sql.run(
                "INSERT INTO rotable."
                        + table
                        + " (depot, bench, key, proposed_by) VALUES (?, ?, ?, ?)",
                depot,
                bench,
                key,
                by);
    }

    private void approve(String table, String depot, String bench, byte[] key, String by)
            throws CentralProblem {
        sql.run(
                "UPDATE rotable."
                        + table
                        + " SET approved_by = ?, approved_at = clock_timestamp() WHERE depot = ? AND"
                        + " bench = ? AND key = ? AND approved_by IS NULL",
                by,
                depot,
                bench,
                key);
    }

    /// A bench on a new computer presents itself for the first time again.
    private void admit(String depot, String bench, byte[] key, String by) throws CentralProblem {
        sql.inTransaction(
                () -> {
                    approve("bench_key", depot, bench, key, by);
                    lapse(depot, " AND bench = ?", bench);
                    sql.run(
                            "INSERT INTO rotable.bench (depot, bench, role) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (depot, bench) DO UPDATE SET token = NULL,"
                                    + " token_before = NULL, confirmed = false, readmitted = false, revoked_by = NULL, revoked_at = NULL",
                            depot,
                            bench,
                            CentralAddress.roleOf(depot, bench));
                    new BenchRole(sql, depot, bench).make();
                });
    }

    /// Sends a bench away: it can't connect any more.
    ///
    /// @return whether there is such a bench
    public boolean revoke(String depot, String bench, String by) throws CentralProblem {
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
                    new BenchRole(sql, depot, bench).cut();
                });
        return true;
    }
}
