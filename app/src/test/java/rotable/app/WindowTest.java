// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import rotable.bench.BenchClock;
import rotable.bench.Lanes;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.ui.BenchWindow;

/// The window, headless: scans arrive as the key events of a keyboard wedge.
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final String UNIT = "]d2010950600013435221K7Q0042\u001D240PSU-480-R3";

    private Path folder = Path.of("target", "window-test");

    @SuppressWarnings("NullAway.Init") // set by start
    private DerbyRecord record;

    @SuppressWarnings("NullAway.Init") // set by start
    private BenchWindow window;

    private final BenchClock clock = new BenchClock(InstantSource.system());

    @Start
    void start(Stage stage) throws RecordProblem, IOException {
        Files.createDirectories(folder);
        folder = Files.createTempDirectory(folder, "bench");
        var options = new DataOptions();
        options.rehearsal = true;
        clock.set(Instant.parse("2026-11-20T08:00:00Z"));
        record = options.open(folder, clock);
        SampleDepot.setUp(record, clock.instant());
        var printer = new LabelFiles(folder.resolve("labels"));
        var bench = Wiring.window(options, record, clock, printer, Lanes.DIRECT);
        window = BenchWindow.open(stage, bench, clock, true);
    }

    @Stop
    void stop() {
        record.close();
    }

    private Scene scene() {
        return window.scene();
    }

    /// Keys as a wedge types them: the AIM identifier first, Enter last.
    private void scan(FxRobot robot, String text) {
        var framed = text.startsWith("]") ? text : "]C0" + text;
        robot.interact(
                () -> {
                    for (int i = 0; i < framed.length(); i++) key(framed.charAt(i));
                    press(KeyCode.ENTER, false);
                    fire(
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    "\r",
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false));
                    release(KeyCode.ENTER);
                });
    }

    private void key(char c) {
        if (c == 0x1D) {
            press(KeyCode.CLOSE_BRACKET, true);
            return;
        }
        var text = Character.toString(c);
        fire(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        text,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    private void press(KeyCode code, boolean control) {
        fire(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        code.getName(),
                        code,
                        false,
                        control,
                        false,
                        false));
    }

    private void release(KeyCode code) {
        fire(
                new KeyEvent(
                        KeyEvent.KEY_RELEASED,
                        "",
                        code.getName(),
                        code,
                        false,
                        false,
                        false,
                        false));
    }

    private void fire(KeyEvent e) {
        Node target = scene().getFocusOwner();
        Event.fireEvent(target == null ? scene().getRoot() : target, e);
    }

    /// What somebody types into the field that has the focus, and Enter.
    private void type(FxRobot robot, String id, String text) {
        robot.interact(
                () -> {
                    var field = (TextField) scene().lookup("#" + id);
                    field.requestFocus();
                    field.setText(text);
                    field.getOnAction().handle(new javafx.event.ActionEvent());
                });
    }

    private String label(String id) {
        return ((Label) scene().lookup("#" + id)).getText();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    save(scene().snapshot(null), name + "-light");
                    window.switchTheme();
                    scene().getRoot().applyCss();
                    scene().getRoot().layout();
                    save(scene().snapshot(null), name + "-dark");
                    window.switchTheme();
                });
    }

    private static void save(WritableImage image, String name) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < h; y++)
            for (int x = 0; x < w; x++) out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
        try {
            var file = Path.of("target", "screenshots", name + ".png");
            Files.createDirectories(file.getParent());
            assertTrue(ImageIO.write(out, "png", file.toFile()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_straight_repair_runs_by_scans_values_and_pins(FxRobot robot)
            throws IOException, RecordProblem {
        picture(robot, "1-sign-in");
        scan(robot, Terminal.ANA);
        picture(robot, "2-bench-empty");
        scan(robot, UNIT);
        scan(robot, card("RECEIVE"));
        type(robot, "rma", "88112");
        type(robot, "fault", "no output");
        picture(robot, "3-received");
        scan(robot, card("ALLOK"));
        picture(robot, "4-pin");
        type(robot, "pin", "2580");
        scan(robot, card("F:NO-OUTPUT"));
        scan(robot, "CB-19-00331");
        picture(robot, "5-position-open");
        scan(robot, "CB-22-10877");
        scan(robot, "HIPOT-03");
        type(robot, "entry", "0.18 mA");
        scan(robot, "DMM-07");
        type(robot, "entry", "12.03 V");
        scan(robot, card("TEST"));
        type(robot, "entry", "4.2.3");
        scan(robot, card("START"));
        clock.set(Instant.parse("2026-11-20T09:30:00Z"));
        scan(robot, card("RELEASE"));
        picture(robot, "6-refused");
        scan(robot, card("STOP"));
        scan(robot, card("SIGN"));
        scan(robot, Terminal.KIM);
        type(robot, "pin", "3690");
        scan(robot, card("RELEASE"));
        scan(robot, Terminal.LEE);
        type(robot, "pin", "7531");
        picture(robot, "7-released");
        assertTrue(label("result").contains("Label RL-"), label("result"));
        try (var files = Files.list(folder.resolve("labels"))) {
            var code = files.filter(f -> f.toString().endsWith(".code")).findFirst().orElseThrow();
            scan(robot, Files.readString(code));
        }
        scan(robot, card("SHIP"));
        assertEquals("✔ K7Q0042 left the depot.", label("result"));
        var said = record.unit(rotable.identity.UnitId.parse("ACME/PSU-480-R3/K7Q0042")).order();
        assertEquals("88112", said.orElseThrow().declared().rma().orElseThrow());
        assertEquals("no output", said.orElseThrow().declared().fault().orElseThrow());
    }

    @Test
    void a_part_swapped_after_the_pass_is_refused_with_three_lines(FxRobot robot) {
        for (var line : SwapAfterPassTest.SCRIPT) {
            if (line.startsWith("!time ")) clock.set(Instant.parse(line.substring(6)));
            else if (line.startsWith("!pin ")) type(robot, "pin", line.substring(5));
            else if (line.startsWith("!value ")) type(robot, "entry", line.substring(7));
            else if (line.startsWith("RT:")) scan(robot, card(line.substring(3)));
            else scan(robot, line.replace("\\x1d", "\u001D"));
        }
        picture(robot, "8-swap-after-pass");
        assertEquals("✖ Not yet: 3 open.", label("result"));
    }

    private static String card(String verb) {
        return rotable.identify.Identifier.cardText(verb);
    }

    @Test
    void typing_reaches_the_field_and_a_scan_does_not(FxRobot robot) {
        scan(robot, Terminal.ANA);
        var field = (TextField) scene().lookup("#entry");
        robot.interact(
                () -> {
                    field.requestFocus();
                    for (var c : "K7]x".toCharArray()) key(c);
                });
        // A lone bracket could begin a scan; it is typed once the gap has passed.
        robot.sleep(400);
        assertEquals("K7]x", field.getText());
        scan(robot, UNIT);
        assertEquals("K7]x", field.getText());
        assertTrue(label("result").contains("K7Q0042"), label("result"));
    }

    @AfterEach
    void the_record_is_whole() throws RecordProblem {
        assertEquals(java.util.Optional.empty(), record.verifyChains().damage());
    }
}
