// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
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
            window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
            window.play(List.of("RT:F:NO-OUTPUT", "RT:UNDO"));
            window.tab(2);
            var history = (TableView<?>) window.scene().lookup("#history");
            var rows = history.getItems().toString();
            assertTrue(rows.contains("Taken back: Fault"), rows);
            assertTrue(rows.contains("taken back:  Fault"), rows);
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

    private static double bottom(Region node) {
        return node.localToScene(0, node.getHeight()).getY();
    }

    private static ScrollPane scrolled(Node node) {
        for (Node n = node; n != null; n = n.getParent())
            if (n instanceof ScrollPane scroll) return scroll;
        throw new AssertionError("nothing scrolls");
    }

    @Test
    void many_alerts_leave_the_work_its_room() throws Exception {
        try (var terminal = Terminal.open(folder)) {
            terminal.type(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE");
            for (int i = 1; i <= 4; i++)
                terminal.type("RT:HOLD", "!reason waits for the customer, no. " + i);
        }
        var window = WindowFace.open(folder);
        try {
            window.play(List.of(Terminal.KIM, Terminal.UNIT));
            window.picture("33-many-alerts");
            var tabs = (Region) window.scene().lookup("#tabs");
            assertTrue(tabs.getHeight() >= 120, "" + tabs.getHeight());
            var end = window.scene().lookup("#result").localToScene(0, 0).getY();
            assertTrue(bottom(tabs) > end, "all of it has no room");
            window.robot.interact(() -> scrolled(tabs).setVvalue(1));
            assertTrue(bottom(tabs) <= end, bottom(tabs) + " is below " + end);
        } finally {
            window.close();
        }
    }
}
