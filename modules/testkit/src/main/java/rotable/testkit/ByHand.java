// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Somebody changes what stands in a bench's database.
public final class ByHand {
    private ByHand() {}

    /// Puts another text into every stored line that has one, and closes the database.
    ///
    /// @param folder the bench's data folder; no program has it open
    /// @return how many lines were changed
    public static int change(Path folder, String from, String to) throws SQLException {
        var url = "jdbc:derby:" + folder.resolve("db");
        int changed = 0;
        try (var c = DriverManager.getConnection(url, "rotable", "");
                var read = c.prepareStatement("SELECT arrival, line FROM entry");
                var write = c.prepareStatement("UPDATE entry SET line = ? WHERE arrival = ?");
                var rows = read.executeQuery()) {
            while (rows.next()) {
                var line = new String(rows.getBytes(2), StandardCharsets.UTF_8);
                if (!line.contains(from)) continue;
                write.setBytes(1, line.replace(from, to).getBytes(StandardCharsets.UTF_8));
                write.setLong(2, rows.getLong(1));
                changed += write.executeUpdate();
            }
        }
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException e) {
            // That is how Derby says that it is closed.
            if (!"08006".equals(e.getSQLState())) throw e;
        }
        return changed;
    }
}
