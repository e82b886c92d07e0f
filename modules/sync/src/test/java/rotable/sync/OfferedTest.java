// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a centre offered to the benches of a release it offers for ever: a bench that is older goes
/// on with it. There may be more. `docs/decisions/0022-...` says how a schema is changed.
class OfferedTest extends AtADepot {
    private static final String FUNCTIONS =
            """
            SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') '
                   || pg_get_function_result(p.oid)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'rotable' AND has_function_privilege('rotable_bench', p.oid, 'execute')
            """;

    private static final String VIEWS =
            """
            SELECT v.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace
                 JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
            WHERE n.nspname = 'rotable' AND v.relkind = 'v'
              AND has_table_privilege('rotable_bench', v.oid, 'select')
            """;

    private List<String> offered(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var admin = DriverManager.getConnection(depot.url(), "postgres", null);
                var rows = admin.createStatement().executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private static List<String> ofRelease(String release) throws IOException {
        var name = "offered-" + release + ".txt";
        try (var in = OfferedTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException(name + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void benches_of_every_release_find_what_they_use() throws Exception {
        var now = new ArrayList<>(offered(FUNCTIONS));
        now.addAll(offered(VIEWS));
        var missing = new ArrayList<>(ofRelease("0.1.0"));
        missing.removeAll(now);
        assertEquals(List.of(), missing, () -> "offered now: " + String.join("\n", now));
    }
}
