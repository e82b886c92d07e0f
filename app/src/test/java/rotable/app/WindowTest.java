// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;

/// The window as a technician meets it, with pictures of it in both themes.
class WindowTest {
    private static final String UNIT = "]d2010950600013435221K7Q0042\u001D240PSU-480-R3";

    /// After which line of the straight repair a picture is taken.
    private static final Map<String, String> PICTURES =
            Map.of(
                    "BG-KA-2224-J", "2-bench-empty",
                    "!fault no output", "3-received",
                    "RT:ALLOK", "4-pin",
                    "CB-19-00331", "5-position-open",
                    "RT:START", "6-burn-in",
                    "!pin 7531", "7-released");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private WindowFace window;

    @BeforeEach
    void open() throws RecordProblem, TimeoutException {
        window = WindowFace.open(folder);
    }

    @AfterEach
    void the_record_is_whole() throws RecordProblem, IOException {
        assertEquals(Optional.empty(), window.record().verifyChains().damage());
        window.close();
    }

    @Test
    void the_straight_repair_runs_by_scans_values_and_pins() throws Exception {
        window.picture("1-sign-in");
        for (var line : SameFactsTest.script("straight-repair.txt")) {
            window.play(List.of(line));
            if (PICTURES.containsKey(line)) window.picture(PICTURES.get(line));
        }
        assertTrue(window.text("result").contains("Label RL-"), window.text("result"));
        window.play(List.of(Face.LABEL, "RT:SHIP"));
        assertEquals("✔ K7Q0042 left the depot.", window.text("result"));
    }

    @Test
    void a_part_swapped_after_the_pass_is_refused_with_three_lines() throws Exception {
        var script = SameFactsTest.script("swap-after-pass.txt");
        window.play(script.subList(0, script.indexOf("RT:RELEASE") + 1));
        window.picture("8-swap-after-pass");
        assertEquals("✖ Not yet: 3 things are in the way.", window.text("result"));
    }

    @Test
    void typing_reaches_the_field_and_a_scan_does_not() throws Exception {
        window.play(List.of(Terminal.ANA));
        var field = (TextField) window.scene().lookup("#entry");
        window.robot.interact(
                () -> {
                    field.requestFocus();
                    for (var c : "K7]x".toCharArray()) window.key(c);
                });
        // A lone bracket could begin a scan; it is typed once the gap has passed.
        window.robot.sleep(400);
        assertEquals("K7]x", field.getText());
        window.scan(UNIT);
        assertEquals("K7]x", field.getText());
        assertTrue(window.text("result").contains("K7Q0042"), window.text("result"));
    }

    // One walk through all drawers, and so longer than most.
    @Test
    void palette_sheet_log_find_and_preview_are_a_key_away() throws Exception {
        window.play(SameFactsTest.script("straight-repair.txt"));
        window.shortcut(KeyCode.F8, false);
        assertTrue(window.scene().lookup("#label-picture") instanceof ImageView);
        window.picture("9-preview");
        window.shortcut(KeyCode.F9, false);
        var log = (TableView<?>) window.scene().lookup("#scan-log");
        assertTrue(log.getItems().size() == 18, log.getItems().size() + " lines");
        window.picture("10-scan-log");
        window.shortcut(KeyCode.F1, false);
        window.picture("11-command-sheet");
        assertTrue(window.scene().lookup("#sheet-RELEASE").isDisabled(), "released already");
        assertFalse(window.scene().lookup("#sheet-REPRINT").isDisabled());
        window.robot.interact(() -> ((Button) window.scene().lookup("#save-sheet")).fire());
        window.robot.sleep(200);
        assertTrue(Files.size(folder.resolve("cards.pdf")) > 10_000);
        window.shortcut(KeyCode.ESCAPE, false);
        assertNull(window.scene().lookup("#sheet-RELEASE"));
        window.shortcut(KeyCode.K, true);
        window.enterText("palette-search", "hold");
        window.picture("12-palette");
        window.shortcut(KeyCode.F3, false);
        window.enterText("palette-search", "k7q");
        window.robot.sleep(200);
        assertEquals(1, ((ListView<?>) window.scene().lookup("#palette-list")).getItems().size());
        window.picture("13-find");
        // A scan goes on with the work, whatever lies over the screen.
        window.play(List.of(Face.LABEL));
        assertNull(window.scene().lookup("#palette-list"));
        assertTrue(window.text("result").startsWith("✔"), window.text("result"));
    }

    @Test
    void the_tabs_tell_structure_history_and_documents() throws Exception {
        window.play(SameFactsTest.script("straight-repair.txt"));
        var tabs = (TabPane) window.scene().lookup("#tabs");
        for (int i = 1; i < 4; i++) {
            int tab = i;
            window.robot.interact(() -> tabs.getSelectionModel().select(tab));
            window.picture("14-tab-" + i);
        }
        window.robot.interact(() -> tabs.getSelectionModel().select(2));
        window.enterText("history-filter", "CB-22");
        var history = (TableView<?>) window.scene().lookup("#history");
        assertEquals(1, history.getItems().size());
    }

    @Test
    void several_units_are_open_and_half_typed_text_waits_for_its_unit() throws Exception {
        var second = "SN12-00017";
        window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
        window.enterText("entry", "0.1");
        window.enterText("rma", "881");
        window.play(List.of(second, "RT:RECEIVE"));
        assertEquals("", ((TextField) window.scene().lookup("#entry")).getText());
        window.shortcut(KeyCode.DIGIT1, KeyCombination.ALT_DOWN);
        window.picture("15-bench-units");
        window.play(List.of(Terminal.UNIT));
        assertEquals("0.1", ((TextField) window.scene().lookup("#entry")).getText());
        assertEquals("881", ((TextField) window.scene().lookup("#rma")).getText());
        window.close();
        window = WindowFace.open(folder);
        window.play(List.of(Terminal.ANA));
        assertEquals("0.1", ((TextField) window.scene().lookup("#entry")).getText());
    }

    @Test
    void keys_alone_do_what_cards_do() throws Exception {
        window.play(List.of(Terminal.ANA, Terminal.UNIT));
        window.shortcut(KeyCode.R, KeyCombination.ALT_DOWN);
        assertTrue(window.text("result").contains("received"), window.text("result"));
        window.shortcut(KeyCode.F7, false);
        assertEquals(
                "gate-line",
                window.scene().getFocusOwner().getStyleClass().getLast(),
                "the first line missing has the keyboard");
        var line = (Region) window.scene().getFocusOwner();
        assertFalse(line.getBorder() == null || line.getBorder().isEmpty(), "and shows it");
        window.picture("34-keyboard-in-the-gate");
        window.shortcut(KeyCode.F2, false);
        window.shortcut(KeyCode.Z, true);
        assertTrue(window.text("result").startsWith("✔ Taken back"), window.text("result"));
    }

    @Test
    void what_a_style_sheet_gets_wrong_is_noticed() throws IOException {
        var wrong = folder.resolve("wrong.css");
        Files.writeString(wrong, ".label { -fx-background-color: -no-such-colour; }");
        window.robot.interact(
                () -> {
                    window.scene().getStylesheets().add(wrong.toUri().toString());
                    window.scene().getRoot().applyCss();
                });
        assertFalse(window.styleWarnings().isEmpty());
        window.forgetStyleWarnings();
    }
}
