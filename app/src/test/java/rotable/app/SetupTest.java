// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.damage.KeyboardLayout;
import rotable.damage.SelfTest;

/// The setup screen as a supervisor meets it: trying a maker's format, testing a scanner.
class SetupTest {
    private static final List<String> SERIALS =
            List.of(
                    "N240100422",
                    "N240200430",
                    "N240300448",
                    "N245400422",
                    "N240100423",
                    "n240100422",
                    "K7Q0042",
                    "N24010042",
                    "N2401004222",
                    "N250100422");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private WindowFace window;

    @BeforeEach
    void open() throws Exception {
        window = WindowFace.open(folder);
        window.play(List.of(Terminal.LEE));
        window.shortcut(KeyCode.DIGIT5, KeyCombination.ALT_DOWN);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void tab(int index) {
        window.robot.interact(
                () ->
                        ((TabPane) window.scene().lookup("#setup"))
                                .getSelectionModel()
                                .select(index));
    }

    private void write(String id, String text) {
        window.robot.interact(() -> ((TextField) window.scene().lookup("#" + id)).setText(text));
    }

    private void paste(String text) {
        window.robot.interact(
                () -> ((TextArea) window.scene().lookup("#format-texts")).setText(text));
    }

    private String column(int column) {
        var table = (TableView<?>) window.scene().lookup("#format-results");
        var cells = new java.util.ArrayList<String>();
        for (int i = 0; i < table.getItems().size(); i++)
            cells.add(String.valueOf(table.getColumns().get(column).getCellData(i)));
        return String.join("|", cells);
    }

    @Test
    void ten_serials_are_pasted_and_the_table_tells() {
        write("format-maker", "NORTE");
        write("format-part", "PSU-9");
        write("format-pattern", "N(?P<date>\\d{4})(?P<serial>\\d{4})(?P<check>\\d)");
        write("format-date", "YYWW");
        write("format-check", "luhn serial+check");
        paste(String.join("\n", SERIALS));
        window.picture("16-setup-formats");
        assertEquals("0042|0043|0044|||||||0042", column(2));
        assertEquals("2024-01-01|2024-01-08|2024-01-15|||||||2024-12-30", column(4));
        assertTrue(window.text("format-verdict").contains("is sound"));
        write("format-pattern", "(?P<serial>(A+)+)");
        assertTrue(window.text("format-verdict").contains("could run for ever"));
        assertEquals("|||||||||", column(2), "a rule that may not be published reads nothing");
        window.picture("17-setup-format-refused");
    }

    @Test
    void a_technician_does_not_see_it() throws Exception {
        window.play(List.of(Terminal.ANA));
        window.shortcut(KeyCode.DIGIT5, KeyCombination.ALT_DOWN);
        assertEquals(null, window.scene().lookup("#setup"));
    }

    private List<String> found() {
        return ((VBox) window.scene().lookup("#self-test-found"))
                .getChildren().stream().map(n -> ((Label) n).getText()).toList();
    }

    private void start() {
        tab(1);
        window.robot.interact(() -> ((Button) window.scene().lookup("#self-test")).fire());
    }

    @Test
    void the_self_test_names_a_wrong_layout() throws Exception {
        start();
        assertEquals(List.of("Scan the symbol now."), found());
        var french =
                KeyboardLayout.all().stream()
                        .filter(l -> l.name().equals("French"))
                        .findFirst()
                        .orElseThrow();
        window.scan(french.type("]d1" + SelfTest.SYMBOL).replaceAll("[\u001E\u0004]", ""));
        assertTrue(found().getFirst().contains("has the French layout"), found().toString());
        assertTrue(found().get(1).contains("RS"), found().toString());
        window.picture("18-setup-scanner");
        assertFalse(
                window.text("result").contains("unreadable"), "the test's scan means nothing else");
        // The test is over: scans mean something again.
        window.play(List.of(Terminal.ANA));
        assertTrue(window.text("result").contains("Ana"), window.text("result"));
    }

    @Test
    void a_scanner_without_suffix_is_noticed() {
        start();
        window.robot.interact(
                () -> {
                    for (var c : "RT-TEST".toCharArray()) window.key(c);
                });
        window.robot.sleep(1500);
        assertTrue(found().toString().contains("sends nothing after a label"), found().toString());
    }
}
