// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
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
        assertEquals("✖ Not yet: 3 open.", window.text("result"));
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
}
