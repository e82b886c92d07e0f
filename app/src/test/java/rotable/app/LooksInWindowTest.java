// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody chose to look at.
class LooksInWindowTest {
    @TempDir Path folder;

    private static boolean dark(WindowFace window) {
        return window.scene().getStylesheets().stream().anyMatch(s -> s.endsWith("dark.css"));
    }

    private static void switchTheme(WindowFace window) {
        var button = (Button) window.scene().lookup("#theme");
        window.robot.interact(button::fire);
    }

    @Test
    void the_theme_is_kept_from_start_to_start() throws Exception {
        var window = WindowFace.open(folder);
        switchTheme(window);
        assertTrue(dark(window));
        window.close();
        window = WindowFace.open(folder);
        assertTrue(dark(window));
        switchTheme(window);
        window.close();
        Files.writeString(folder.resolve("window.properties"), "theme = PURPLE");
        window = WindowFace.open(folder);
        assertEquals(false, dark(window));
        window.close();
    }

    @Test
    void what_was_taken_back_is_told_and_marked() throws Exception {
        var window = WindowFace.open(folder);
        try {
            window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE", "RT:HOLD"));
            window.play(List.of("!reason wrong unit", "RT:UNDO"));
            window.tab(2);
            var history = (TableView<?>) window.scene().lookup("#history");
            var rows = history.getItems().toString();
            assertTrue(rows.contains("Taken back: Hold"), rows);
            assertTrue(rows.contains("taken back:  Hold"), rows);
            assertEquals(List.of(), window.styleWarnings());
        } finally {
            window.close();
        }
    }

    @Test
    void a_row_of_the_history_is_told_whole_where_it_is_chosen() throws Exception {
        var window = WindowFace.open(folder);
        try {
            window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
            window.tab(2);
            var history = (TableView<?>) window.scene().lookup("#history");
            var whole = (Label) window.scene().lookup("#history-whole");
            assertEquals(false, whole.isVisible());
            window.robot.interact(() -> history.getSelectionModel().select(0));
            assertTrue(whole.getText().startsWith("K7Q0042 received"), whole.getText());
            assertEquals(List.of(), window.styleWarnings());
        } finally {
            window.close();
        }
    }
}
