// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.store.JournalMapper.StoredRow;

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

    private static List<Long> found(List<StoredRow> rows) {
        return rows.stream().map(StoredRow::no).toList();
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
                    "INSERT INTO entry VALUES (1, 'B1', 'e', 1, '1111111111111111111111111111111111111111111111111111111111111111', 'c', 0, 't',"
                            + " CAST(X'00' AS BLOB)), (2, 'B1', 'e', 2, '2222222222222222222222222222222222222222222222222222222222222222', 'c', 1, 't',"
                            + " CAST(X'00' AS BLOB)), (3, 'B2', 'f', 1, '3333333333333333333333333333333333333333333333333333333333333333', 'd', 0, 't',"
                            + " CAST(X'00' AS BLOB))");
            statement.execute(
                    "INSERT INTO placement VALUES ('2222222222222222222222222222222222222222222222222222222222222222', 7)");
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
            assertEquals(3, opened.inTransaction(JournalMapper::lastNo));
            assertEquals(List.of(1L, 2L), opened.inTransaction(db -> found(db.own(0, 3))));
            assertEquals(List.of(2L), opened.inTransaction(db -> found(db.following("e", 1, 9))));
            assertEquals(
                    List.of(),
                    opened.inTransaction(db -> found(db.following("f", 0, 9))),
                    "another bench's");
            var third = "3".repeat(64);
            assertEquals(
                    Optional.of(3L),
                    opened.inTransaction(db -> Optional.ofNullable(db.arrivalOf(third))));
        }
    }
}
