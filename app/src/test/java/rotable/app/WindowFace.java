// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import rotable.bench.Bench;
import rotable.bench.BenchClock;
import rotable.bench.Lanes;
import rotable.record.RecordProblem;
import rotable.store.DerbyRecord;
import rotable.sync.CentralAddress;
import rotable.ui.BenchWindow;
import rotable.ui.Ports;
import rotable.ui.kit.Looks;

// Keys, fields, pictures and warnings of one window: longer than most.
/// The window, headless: scans arrive as the key events of a keyboard wedge.
final class WindowFace implements Face {
    final FxRobot robot = new FxRobot();
    final BenchClock clock;
    private final Styling styling = new Styling();
    private final DerbyRecord record;
    private final Path labels;
    private final BenchWindow window;
    private final Bench bench;
    private int exchanges;

    private static Looks looks(Path folder) {
        return new Looks(Optional.of(folder.resolve("window.properties")));
    }

    private WindowFace(Path folder, BenchClock clock) throws RecordProblem, TimeoutException {
        this.clock = clock;
        Logger.getLogger("javafx.css").addHandler(styling);
        var options = new DataOptions();
        options.rehearsal = true;
        record = TrainingRecord.open(folder, "B1", clock);
        labels = folder.resolve("labels");
        bench = Wiring.window(options, record, clock, new LabelFiles(labels), Lanes.direct());
        var ports =
                new Ports(
                        new CardFile(folder, true),
                        Runnable::run,
                        () -> exchanges++,
                        looks(folder));
        FxToolkit.registerPrimaryStage();
        var opened = new BenchWindow[1];
        FxToolkit.setupStage(
                stage -> opened[0] = BenchWindow.open(stage, bench, clock, ports, true));
        window = opened[0];
    }

    /// Collects what JavaFX has to say against the style sheets.
    private static final class Styling extends Handler {
        private final List<String> warnings = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord r) {
            warnings.add(r.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// How often an exchange was asked for.
    int exchanges() {
        return exchanges;
    }

    /// One exchange with a centre.
    void exchange(CentralAddress at) {
        robot.interact(() -> Syncing.asked(bench, clock, record, at).now());
    }

    /// What comes to the bench from elsewhere than the window.
    void meanwhile(Consumer<Bench> event) {
        robot.interact(() -> event.accept(bench));
    }

    /// Shows one of the unit's tabs.
    void tab(int which) {
        var tabs = (TabPane) scene().lookup("#tabs");
        robot.interact(() -> tabs.getSelectionModel().select(which));
    }

    List<String> styleWarnings() {
        return styling.warnings;
    }

    void forgetStyleWarnings() {
        styling.warnings.clear();
    }

    static WindowFace open(Path folder) throws RecordProblem, TimeoutException {
        var clock = new BenchClock(InstantSource.system());
        clock.set(TrainingRecord.MORNING);
        return new WindowFace(folder, clock);
    }

    /// A window with a clock of its own.
    static WindowFace open(Path folder, BenchClock clock) throws RecordProblem, TimeoutException {
        return new WindowFace(folder, clock);
    }

    @Override
    public DerbyRecord record() {
        return record;
    }

    @Override
    public Path labels() {
        return labels;
    }

    Scene scene() {
        return window.scene();
    }

    /// Keys as a wedge types them: the AIM identifier first, Enter last.
    @Override
    public void scan(String message) {
        robot.interact(
                () -> {
                    for (int i = 0; i < message.length(); i++) key(message.charAt(i));
                    press(KeyCode.ENTER, false);
                    typed("\r");
                    release(KeyCode.ENTER);
                });
    }

    @Override
    public void type(String line) {
        int blank = line.indexOf(' ');
        var verb = blank < 0 ? line : line.substring(0, blank);
        var text = blank < 0 ? "" : line.substring(blank + 1);
        switch (verb) {
            case "!time" -> clock.set(Instant.parse(text));
            case "!pin" -> enter("pin", text);
            case "!value", "!reason", "!typed" -> enter("entry", text);
            case "!rma", "!fault", "!customer", "!condition" -> enter(verb.substring(1), text);
            default -> throw new IllegalArgumentException(line);
        }
    }

    /// What somebody types into a field, and Enter.
    void enter(String id, String text) {
        robot.interact(
                () -> {
                    var field = (TextField) scene().lookup("#" + id);
                    field.requestFocus();
                    field.setText(text);
                    field.getOnAction().handle(new ActionEvent());
                });
    }

    void key(char c) {
        if (c == 0x1D) press(KeyCode.CLOSE_BRACKET, true);
        else typed(Character.toString(c));
    }

    private void typed(String text) {
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

    void press(KeyCode code, boolean control) {
        press(code, control, false);
    }

    private void press(KeyCode code, boolean control, boolean alt) {
        fire(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        code.getName(),
                        code,
                        false,
                        control,
                        alt,
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

    /// A key or a combination with Ctrl, as an accelerator takes it.
    void shortcut(KeyCode code, boolean control) {
        robot.interact(
                () -> {
                    press(code, control);
                    release(code);
                });
    }

    /// A key together with Alt.
    void shortcut(KeyCode code, KeyCombination.Modifier modifier) {
        robot.interact(
                () -> {
                    press(code, false, modifier.equals(KeyCombination.ALT_DOWN));
                    release(code);
                });
    }

    /// What somebody types into a field without entering it.
    void enterText(String id, String text) {
        robot.interact(
                () -> {
                    var field = (TextField) scene().lookup("#" + id);
                    field.requestFocus();
                    field.setText(text);
                });
    }

    /// What stands in a label or on a button.
    String text(String id) {
        return ((Labeled) scene().lookup("#" + id)).getText();
    }

    /// Everything in the bar at the top has room.
    private void barIsWhole() {
        var bar = (HBox) scene().lookup(".top-bar");
        for (var part : bar.getChildren())
            if (part.isVisible())
                assertTrue(part.getBoundsInParent().getMaxX() <= bar.getWidth(), part.toString());
    }

    /// What can be pressed or typed into has a name for whoever hears it read out.
    private void everythingIsNamed() {
        var controls =
                robot.from(scene().getRoot())
                        .lookup(
                                (Node n) ->
                                        n instanceof ButtonBase
                                                || n instanceof ComboBoxBase
                                                || n instanceof TextInputControl)
                        .queryAll();
        for (var node : controls) {
            var words = node instanceof Labeled l ? l.getText() : "";
            // A control that is made of others is named as a whole.
            var whole = node.getParent() instanceof Control c ? c.getAccessibleText() : null;
            var names = Arrays.asList(words, node.getAccessibleText(), whole);
            if (node.isVisible())
                assertTrue(
                        names.stream().anyMatch(n -> n != null && !n.isBlank()),
                        "without a name: " + node);
        }
    }

    /// Takes a picture of the window in both themes.
    void picture(String name) {
        barIsWhole();
        everythingIsNamed();
        robot.interact(
                () -> {
                    scene().lookup("#flash").setOpacity(0);
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
            java.nio.file.Files.createDirectories(file.getParent());
            assertTrue(ImageIO.write(out, "png", file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            FxToolkit.cleanupStages();
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
        record.close();
        Logger.getLogger("javafx.css").removeHandler(styling);
        assertEquals(List.of(), styling.warnings, "style sheets");
    }
}
