// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A database that has the newest migration is not looked at again, so its number must be right.
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
}
