// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rotable.exchange.CentralProblem;

/// Statements of an administrator, each failing as the centre's problem.
record Sql(Connection connection) {
    interface Steps {
        void run() throws CentralProblem;
    }

    void inTransaction(Steps steps) throws CentralProblem {
        try {
            connection.setAutoCommit(false);
            try {
                steps.run();
                connection.commit();
            } catch (CentralProblem e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }

    void run(String sql, Object... values) throws CentralProblem {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.execute();
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }

    Optional<List<@Nullable Object>> first(String sql, Object... values) throws CentralProblem {
        return all(sql, values).stream().findFirst();
    }

    List<List<@Nullable Object>> all(String sql, Object... values) throws CentralProblem {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<List<@Nullable Object>>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new ArrayList<@Nullable Object>();
                    for (int i = 1; i <= columns; i++)
                        row.add(
                                rows.getMetaData().getColumnTypeName(i).equals("timestamptz")
                                        ? rows.getObject(i, OffsetDateTime.class)
                                        : rows.getObject(i));
                    found.add(row);
                }
                return found;
            }
        } catch (SQLException e) {
            throw CentralAddress.problem(e);
        }
    }
}
