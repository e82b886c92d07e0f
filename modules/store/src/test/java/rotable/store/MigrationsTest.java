// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases of older versions. One that has the newest migration is not looked at again, so its
/// number must be right.
class MigrationsTest {
    @Test
    void the_newest_is_known_by_its_number() throws IOException {
        var files = Path.of("src/main/resources/rotable/store/migrations");
        try (var all = Files.list(files)) {
            var newest =
                    all.map(f -> f.getFileName().toString())
                            .mapToInt(n -> Integer.parseInt(n.substring(1, n.indexOf("__"))))
                            .max();
            assertEquals(newest.orElseThrow(), Integer.parseInt(DerbyDatabase.NEWEST));
        }
    }

    /// Where the centre placed an entry stood in a table of its own.
    // A database tool takes its lines, and so longer than most.
    @Test
    void an_older_database_keeps_where_the_centre_placed_its_entries(@TempDir Path folder)
            throws Exception {
        var database = new EmbeddedDataSource();
        database.setDatabaseName(folder.resolve("db").toString());
        database.setCreateDatabase("create");
        database.setUser("rotable");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:rotable/store/migrations")
                .target("9")
                .load()
                .migrate();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO entry VALUES (1, 'B1', 'e', 1, 'h1', 'c', 0, 't',"
                            + " CAST(X'00' AS BLOB)), (2, 'B1', 'e', 2, 'h2', 'c', 1, 't',"
                            + " CAST(X'00' AS BLOB))");
            statement.execute("INSERT INTO placement VALUES ('h2', 7)");
        }
        try (var opened = DerbyDatabase.open(folder.resolve("db"))) {
            var place = "SELECT position FROM entry ORDER BY arrival";
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery(place)) {
                assertTrue(rows.next());
                assertEquals(0, rows.getLong(1));
                assertTrue(rows.wasNull(), "it was not placed");
                assertTrue(rows.next());
                assertEquals(7, rows.getLong(1));
            }
            assertEquals(2, opened.inTransaction(JournalMapper::lastNo));
        }
    }
}
