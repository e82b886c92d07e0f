// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;

/// The role as which one bench connects to the centre.
final class BenchRole {
    private final Sql sql;
    private final String role;

    BenchRole(Sql sql, String depot, String bench) {
        this.sql = sql;
        this.role = CentralAddress.roleOf(depot, bench);
    }

    /// Makes the role, with a bench's rights and no more.
    void make() throws CentralProblem {
        var there =
                sql.first(
                        "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = ?",
                        role);
        if (there.isEmpty()) sql.run("CREATE ROLE " + quoted());
        else takeAway(there.get());
        var own = sql.first("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
        // PIN verifiers are parameters; that no log shows them only a superuser may say.
        if (own.filter(o -> Boolean.TRUE.equals(o.getFirst())).isPresent())
            sql.run("ALTER ROLE " + quoted() + " SET log_parameter_max_length = 0");
        for (var change :
                List.of(
                        " LOGIN INHERIT CONNECTION LIMIT 3",
                        " SET statement_timeout = '30s'",
                        " SET lock_timeout = '10s'",
                        " SET idle_in_transaction_session_timeout = '15s'"))
            sql.run("ALTER ROLE " + quoted() + change);
        sql.run("GRANT rotable_bench TO " + quoted());
    }

    /// Takes from a role what no bench has. Only who has it may say so, even of a role that has it
    /// not.
    private void takeAway(List<@Nullable Object> has) throws CentralProblem {
        var rights = List.of("SUPERUSER", "CREATEDB", "CREATEROLE");
        for (int i = 0; i < rights.size(); i++)
            if (Boolean.TRUE.equals(has.get(i)))
                sql.run("ALTER ROLE " + quoted() + " NO" + rights.get(i));
    }

    /// Ends its lines and lets it connect no more.
    void cut() throws CentralProblem {
        sql.run("ALTER ROLE " + quoted() + " NOLOGIN");
        // A line that the administrator may not cut answers nothing any more.
        sql.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                        + " ? AND pg_has_role(usename, 'USAGE')",
                role);
    }

    private String quoted() {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
