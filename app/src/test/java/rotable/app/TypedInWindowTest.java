// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Typing a serial into the window: twice when it is new, Enter when it is known.
class TypedInWindowTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private WindowFace window;

    @BeforeEach
    void open() throws Exception {
        window = WindowFace.open(folder);
        window.play(List.of(Terminal.ANA));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private String pasted(String text) {
        var field = (TextField) window.scene().lookup("#entry");
        window.robot.interact(
                () -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    field.paste();
                });
        return field.getText();
    }

    @Test
    void what_is_typed_with_the_focus_on_a_tab_is_not_lost() throws Exception {
        window.play(List.of(Terminal.UNIT, "RT:RECEIVE"));
        window.robot.interact(() -> window.scene().lookup("#tabs").requestFocus());
        window.robot.write("BG-KA-2225-G", 0);
        window.shortcut(KeyCode.ENTER, false);
        assertTrue(window.text("result").contains("Raj signed in"), window.text("result"));
    }

    @Test
    void a_new_serial_is_typed_twice_and_not_pasted() throws Exception {
        assertEquals("K7Q", pasted("K7Q"), "the first time anything may be pasted");
        window.enter("entry", "K7Q0042 the label is scratched");
        assertTrue(window.text("result").contains("K7Q0042 is new here."), window.text("result"));
        assertEquals("", pasted("K7Q0042"), "the second time it proves nothing");
        window.picture("19-typed-again");
        window.enter("entry", "K7Q0042");
        assertTrue(window.text("result").contains("new to this depot"), window.text("result"));
    }

    @Test
    void a_label_that_may_have_lost_its_separators_is_asked_about() throws Exception {
        window.play(List.of("]d2010950600013435221XYZ91AB"));
        assertTrue(
                window.text("result").contains("The reading is doubtful"), window.text("result"));
        window.picture("21-label-doubtful");
        window.play(List.of("RT:3"));
        assertEquals("Cancelled.", window.text("result").replaceFirst("^\\W+", ""));
    }

    @Test
    void enter_confirms_a_known_serial() throws Exception {
        window.play(List.of(Terminal.UNIT, "RT:RECEIVE", "RT:PARK"));
        window.enter("entry", "K7Q0042 the label is scratched");
        assertTrue(window.text("result").contains("is it this one?"), window.text("result"));
        window.picture("20-typed-known");
        window.enter("entry", "");
        assertEquals("K7Q0042", window.text("serial"));
    }
}
