// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Duration;
import rotable.bench.Bench;
import rotable.bench.BenchState;
import rotable.bench.Pending;
import rotable.identity.UnitId;
import rotable.scan.Frame;
import rotable.unit.Declaration;

/// The bench's window: scans of the wedge go to the bench, states of the bench come back.
public final class BenchWindow implements ShellActions {
    private static final Duration WEDGE_GAP = Duration.millis(100);

    private final Bench bench;
    private final InstantSource clock;
    private final ShellView view;
    private final Scene scene;
    private Theme theme = Theme.LIGHT;
    private Optional<BenchState> state = Optional.empty();

    private BenchWindow(Bench bench, InstantSource clock, boolean training) {
        this.bench = bench;
        this.clock = clock;
        this.view = new ShellView(this, training);
        this.scene = new Scene(view, 1000, 700);
    }

    /// Opens the window on a stage and starts the bench.
    public static BenchWindow open(
            Stage stage, Bench bench, InstantSource clock, boolean training) {
        Theme.loadFonts();
        var window = new BenchWindow(bench, clock, training);
        window.theme.apply(window.scene);
        window.keys();
        Wedge.on(window.scene, WEDGE_GAP, window::scanned);
        stage.setScene(window.scene);
        stage.setTitle(training ? "Rotable – TRAINING" : "Rotable");
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        bench.watch(s -> Platform.runLater(() -> window.show(s)));
        stage.show();
        bench.start();
        return window;
    }

    private void show(BenchState s) {
        state = Optional.of(s);
        view.show(s);
    }

    /// The window's scene.
    public Scene scene() {
        return scene;
    }

    private void scanned(String text) {
        bench.scan(Frame.of(text, "wedge", clock.instant()));
    }

    private void keys() {
        key("HELP", KeyCode.F1);
        key("HOLD", KeyCode.F4);
        key("CANCEL", KeyCode.ESCAPE);
        key("WHY", KeyCode.F7);
        key("UNDO", KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
        key("LOCK", KeyCode.L, KeyCombination.SHORTCUT_DOWN);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        this::primary);
    }

    private void key(String verb, KeyCode code, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(code, modifiers),
                        () -> command(verb, Optional.empty()));
    }

    /// The first card that the bench expects.
    private void primary() {
        state.stream()
                .flatMap(s -> s.expects().stream())
                .filter(e -> e.matches("RT:[A-Z]+"))
                .findFirst()
                .ifPresent(e -> command(e.substring(3), Optional.empty()));
    }

    @Override
    public void command(String verb, Optional<String> argument) {
        bench.command(verb, argument);
    }

    @Override
    public void typed(String text) {
        if (text.isBlank()) return;
        var waits =
                state.filter(
                                s ->
                                        s.pending() instanceof Pending.Reason
                                                || s.pending() instanceof Pending.Tool
                                                || s.expects().contains("value"))
                        .isPresent();
        if (waits) {
            bench.value(text);
            return;
        }
        var words = text.strip().split("\\s+", 2);
        bench.typed(words[0], words.length > 1 ? words[1] : "");
    }

    @Override
    public void declare(Declaration said) {
        bench.declare(said);
    }

    @Override
    public void pin(char[] pin) {
        bench.pin(pin);
    }

    @Override
    public void open(UnitId unit) {
        bench.open(unit);
    }

    @Override
    public void switchTheme() {
        theme = theme.other();
        theme.apply(scene);
    }
}
