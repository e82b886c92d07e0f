// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rotable.identify.Identifier;
import rotable.store.DerbyRecord;

/// One of the ways in which people reach a bench. It plays the console's lines, each in its own
/// way: a scan as a scanner would send it, the rest as it would be typed.
interface Face extends AutoCloseable {
    /// A line of a script that stands for the label printed last, scanned back.
    String LABEL = "LABEL";

    DerbyRecord record();

    Path labels();

    /// Scans a message that begins with its AIM identifier.
    void scan(String message) throws Exception;

    /// Types a line of the console that begins with `!`.
    void type(String line) throws Exception;

    @Override
    void close() throws IOException;

    /// Plays a script.
    default void play(List<String> script) throws Exception {
        for (var line : script) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("!")) type(line);
            else scan(line.equals(LABEL) ? label() : message(line));
        }
    }

    private static String message(String line) {
        var text = line.startsWith("RT:") ? Identifier.cardText(line.substring(3)) : line;
        return text.startsWith("]") ? text.replace("\\x1d", "\u001D") : "]C0" + text;
    }

    /// What a scanner reads off the label printed last.
    default String label() throws IOException {
        try (var files = Files.list(labels())) {
            var code = files.filter(f -> f.toString().endsWith(".code")).sorted().toList();
            return Files.readString(code.getLast());
        }
    }
}
