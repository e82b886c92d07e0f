// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.record.RecordProblem;

/// Scans that arrive as keys, among keys that people type.
class WedgeTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private WindowFace window;

    @BeforeEach
    void open() throws Exception {
        window = WindowFace.open(folder);
        window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
    }

    @AfterEach
    void close() throws IOException {
        window.close();
    }

    private void keys(String text) {
        window.robot.interact(
                () -> {
                    for (var c : text.toCharArray()) window.key(c);
                });
    }

    private String entry() {
        return ((TextField) window.scene().lookup("#entry")).getText();
    }

    @Test
    void the_end_of_a_scan_fires_no_button_that_has_the_focus() throws RecordProblem {
        window.robot.interact(
                () -> {
                    var hold =
                            window.scene().getRoot().lookupAll(".button").stream()
                                    .filter(
                                            n ->
                                                    n instanceof Button b
                                                            && b.getText().equals("Hold"))
                                    .findFirst()
                                    .orElseThrow();
                    hold.requestFocus();
                });
        window.scan("]C0SN12-00017");
        assertTrue(window.text("result").contains("SN12-00017"), window.text("result"));
        assertTrue(record().holds().isEmpty());
    }

    private rotable.unit.Unit record() throws RecordProblem {
        return window.record().unit(rotable.identity.UnitId.parse("ACME/PSU-480-R3/K7Q0042"));
    }

    @Test
    void a_scan_may_end_with_a_tab() {
        keys("]C0SN12-00017");
        window.robot.interact(() -> window.press(KeyCode.TAB, false));
        assertTrue(window.text("result").contains("SN12-00017"), window.text("result"));
    }

    @Test
    void a_scan_without_an_end_is_typed_after_a_while_and_never_half_obeyed()
            throws TimeoutException {
        window.robot.interact(() -> window.scene().lookup("#entry").requestFocus());
        keys("]C0SN12-00017");
        window.robot.sleep(400);
        assertEquals("]C0SN12-00017", entry());
        assertTrue(!window.text("result").contains("SN12-00017"), window.text("result"));
    }

    @Test
    void a_scan_in_the_middle_of_typing_leaves_what_was_typed() {
        window.robot.interact(() -> window.scene().lookup("#entry").requestFocus());
        keys("0.1");
        window.scan("]C0" + rotable.identify.Identifier.cardText("WHY"));
        keys("8");
        assertEquals("0.18", entry());
    }
}
