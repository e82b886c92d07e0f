// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rotable.unit.Declaration;

/// What came with a unit, typed between scans.
class ArrivalInWindowTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private WindowFace window;

    @BeforeEach
    void open() throws Exception {
        window = WindowFace.open(folder);
        window.play(List.of(Terminal.ANA, Terminal.UNIT, "RT:RECEIVE"));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Declaration declared() throws Exception {
        return window.record().unit(Terminal.unit()).order().orElseThrow().declared();
    }

    @Test
    void what_was_typed_and_not_entered_is_recorded_when_its_field_is_left() throws Exception {
        window.enterText("fault", "smoke seen");
        window.enterText("condition", "burnt");
        assertEquals(Optional.of("smoke seen"), declared().fault());
        window.play(List.of("RT:ALLOK", "!pin 2580"));
        assertEquals(Optional.of("burnt"), declared().condition());
        assertEquals("✔ Intake of K7Q0042 signed.", window.text("result"));
    }

    @Test
    void from_one_field_to_the_next_the_cursor_goes_where_it_is_put() throws Exception {
        window.enterText("fault", "smoke seen");
        var next = window.scene().lookup("#condition");
        window.robot.interact(next::requestFocus);
        assertEquals(Optional.of("smoke seen"), declared().fault());
        assertEquals("condition", window.scene().getFocusOwner().getId());
    }

    @Test
    void a_scan_leaves_the_cursor_where_somebody_types() throws Exception {
        window.enterText("fault", "no out");
        window.play(List.of("RT:WHY"));
        assertEquals("fault", window.scene().getFocusOwner().getId());
        window.enterText("fault", "no output");
        window.play(List.of("RT:NOTE"));
        assertEquals("entry", window.scene().getFocusOwner().getId());
        assertEquals(Optional.of("no output"), declared().fault());
    }
}
