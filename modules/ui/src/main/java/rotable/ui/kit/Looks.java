// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// How the window looked when somebody last chose that, from start to start of a bench.
///
/// @param file where that is kept; absent where it is forgotten
public record Looks(Optional<Path> file) {
    private static final String THEME = "theme";

    /// The theme that was chosen; the light one where none was, or it can't be read.
    public Theme theme() {
        if (file.isEmpty() || !Files.exists(file.get())) return Theme.LIGHT;
        try (var in = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
            var kept = new Properties();
            kept.load(in);
            return Theme.valueOf(kept.getProperty(THEME, Theme.LIGHT.name()));
        } catch (IOException | IllegalArgumentException e) {
            return Theme.LIGHT;
        }
    }

    /// Keeps a theme; where that can't be written, it is forgotten at the end of the program.
    public void keep(Theme theme) {
        if (file.isEmpty()) return;
        try (var out = Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)) {
            var kept = new Properties();
            kept.setProperty(THEME, theme.name());
            kept.store(out, null);
        } catch (IOException e) {
            System.getLogger("rotable.ui").log(System.Logger.Level.WARNING, "looks", e);
        }
    }
}
