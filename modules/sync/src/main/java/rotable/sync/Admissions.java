// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
            return Admission.PROPOSED_AGAIN;
        }
        if (isSame(by, found.get().getFirst())) return Admission.SAME_PERSON;
        sql.inTransaction(
                () -> {
                    approve("readmission", depot, bench, key, by);
                    sql.run(
                            "UPDATE rotable.bench SET readmitted = true, revoked_by = NULL,"
                                    + " revoked_at = NULL WHERE depot = ? AND bench = ?",
                            depot,
                            bench);
                    makeRole(CentralAddress.roleOf(depot, bench));
                });
        return Admission.READMITTED;
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
                    sql.run(
                            "INSERT INTO rotable.bench (depot, bench, role) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (depot, bench) DO UPDATE SET token = NULL,"
                                    + " token_before = NULL, confirmed = false, readmitted = false, revoked_by = NULL, revoked_at = NULL",
                            depot,
                            bench,
                            CentralAddress.roleOf(depot, bench));
                    makeRole(CentralAddress.roleOf(depot, bench));
                });
    }

    private void makeRole(String role) throws CentralProblem {
        var there =
                sql.first(
                        "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = ?",
                        role);
        if (there.isEmpty()) sql.run("CREATE ROLE " + quoted(role));
        else takeAway(role, there.get());
        var own = sql.first("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
        // PIN verifiers are parameters; that no log shows them only a superuser may say.
        if (own.filter(o -> Boolean.TRUE.equals(o.getFirst())).isPresent())
            sql.run("ALTER ROLE " + quoted(role) + " SET log_parameter_max_length = 0");
        for (var change :
                List.of(
                        " LOGIN INHERIT CONNECTION LIMIT 3",
                        " SET statement_timeout = '30s'",
                        " SET lock_timeout = '10s'",
                        " SET idle_in_transaction_session_timeout = '15s'"))
            sql.run("ALTER ROLE " + quoted(role) + change);
        sql.run("GRANT rotable_bench TO " + quoted(role));
    }

    /// Takes from a role what no bench has. Only who has it may say so, even of a role that has it
    /// not.
    private void takeAway(String role, List<@Nullable Object> has) throws CentralProblem {
        var rights = List.of("SUPERUSER", "CREATEDB", "CREATEROLE");
        for (int i = 0; i < rights.size(); i++)
            if (Boolean.TRUE.equals(has.get(i)))
                sql.run("ALTER ROLE " + quoted(role) + " NO" + rights.get(i));
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
                    // A line that the administrator may not cut answers nothing any more.
                    sql.run(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                                    + " ? AND pg_has_role(usename, 'USAGE')",
                            role);
                });
        return true;
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
