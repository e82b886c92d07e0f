// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Duration;
import rotable.bench.Action;
import rotable.bench.Bench;
import rotable.bench.BenchState;
import rotable.bench.Paper;
import rotable.bench.Pending;
import rotable.decision.Settlement;
import rotable.identity.UnitId;
import rotable.scan.Frame;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.ui.kit.Theme;
import rotable.ui.kit.Tones;
import rotable.ui.wedge.Wedge;
import rotable.unit.Declaration;

// All that the window asks of the bench, and so a little longer than most.
/// The bench's window: scans of the wedge go to the bench, states of the bench come back.
public final class BenchWindow implements ShellActions {
    private static final Duration WEDGE_GAP = Duration.millis(100);

    private final Bench bench;
    private final InstantSource clock;
    private final Ports ports;
    private final Tones tones;
    private final ShellView view;
    private final Scene scene;
    private Theme theme;
    private Optional<BenchState> state = Optional.empty();
    private Optional<Wedge> wedge = Optional.empty();

    private BenchWindow(Bench bench, InstantSource clock, Ports ports, boolean training) {
        this.bench = bench;
        this.clock = clock;
        this.ports = ports;
        this.theme = ports.looks().theme();
        this.tones = new Tones(ports.side());
        this.view = new ShellView(this, training);
        this.scene = new Scene(view, 1000, 700);
    }

    /// Opens the window on a stage and starts the bench.
    public static BenchWindow open(
            Stage stage, Bench bench, InstantSource clock, Ports ports, boolean training) {
        Theme.loadFonts();
        var window = new BenchWindow(bench, clock, ports, training);
        window.theme.apply(window.scene);
        window.keys();
        window.wedge = Optional.of(Wedge.on(window.scene, WEDGE_GAP, window::scanned));
        stage.setScene(window.scene);
        var title = training ? Text.TITLE_TRAINING : Text.TITLE;
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        bench.watch(s -> window.onScreen(() -> stage.setTitle(title.of(s.bench()))));
        bench.watch(s -> window.onScreen(() -> window.show(s)));
        stage.show();
        bench.start();
        return window;
    }

    /// The one way onto the screen's lane.
    private void onScreen(Runnable work) {
        Platform.runLater(work);
    }

    private void show(BenchState s) {
        state = Optional.of(s);
        if (view.flash.show(s.last())) tones.play(s.last());
        view.show(s, tones.silent());
    }

    /// The window's scene.
    public Scene scene() {
        return scene;
    }

    private void scanned(String text) {
        view.uncover();
        bench.scan(Frame.of(text, "wedge", clock.instant()));
    }

    private void keys() {
        var keys = new Shortcuts(scene);
        keys.actions(this::run);
        keys.undoInEmptyFields(() -> run(Action.UNDO));
        keys.stray(text -> view.typed(text));
        keys.key(KeyCode.F2, view.scanBar::type);
        keys.key(KeyCode.F3, () -> palette(true, ""));
        keys.key(KeyCode.F6, this::nextPane);
        keys.key(KeyCode.F7, view.gate::focusFirstMissing);
        keys.key(KeyCode.F8, this::preview);
        keys.key(KeyCode.F9, () -> view.toggle(view.log));
        keys.key(KeyCode.K, () -> palette(false, ""), KeyCombination.SHORTCUT_DOWN);
        ShellView.SCREENS.forEach(
                (key, n) -> keys.key(key, () -> view.screen(n), KeyCombination.ALT_DOWN));
    }

    /// An action by its key. One whose card carries a code lists the codes; Esc closes a drawer
    /// before it cancels anything.
    private void run(Action action) {
        if (action == Action.CANCEL && view.endsTest()) return;
        // Esc where nothing is open takes no result off the screen.
        var idle = state.filter(s -> action.whyNot(s).isPresent()).isPresent();
        if (action == Action.CANCEL && idle && !view.covered()) return;
        if (action == Action.HELP) view.toggle(view.sheet);
        else if (action == Action.CANCEL && view.covered()) view.close();
        else if (action.takesCode()) palette(false, "RT:" + action.name() + ":");
        else command(action.name(), Optional.empty());
    }

    private void palette(boolean find, String text) {
        view.open(view.palette);
        view.palette.open(find, text);
    }

    /// From the entry field to the tabs to the gate, and round.
    private void nextPane() {
        var focused = scene.getFocusOwner();
        var inTabs = focused != null && within(focused, view.unit.panes());
        if (inTabs) view.gate.focusFirstMissing();
        else if (focused != null && within(focused, view.gate)) view.scanBar.type();
        else view.unit.panes().requestFocus();
    }

    private static boolean within(javafx.scene.Node node, javafx.scene.Node pane) {
        for (javafx.scene.Node n = node; n != null; n = n.getParent())
            if (n.equals(pane)) return true;
        return false;
    }

    @Override
    public void command(String verb, Optional<String> argument) {
        if (verb.equals(Action.HELP.name())) view.open(view.sheet);
        else {
            view.close();
            bench.command(verb, argument);
        }
    }

    @Override
    public void typed(String text) {
        if (text.isBlank()) {
            if (state.filter(BenchWindow::enterConfirms).isPresent()) bench.enter();
            return;
        }
        if (state.filter(BenchWindow::waitsForValue).isPresent()) {
            bench.value(text);
            return;
        }
        var words = text.strip().split("\\s+", 2);
        bench.typed(words[0], words.length > 1 ? words[1] : "");
    }

    private static boolean enterConfirms(BenchState s) {
        return s.pending() instanceof Pending.Choices c && c.enter();
    }

    private static boolean waitsForValue(BenchState s) {
        return s.pending() instanceof Pending.Reason
                || s.pending() instanceof Pending.Tool
                || s.expects().contains("value");
    }

    @Override
    public void declare(UnitId unit, String field, Declaration said) {
        bench.declare(unit, field, said);
    }

    @Override
    public void draft(UnitId unit, String field, String text) {
        bench.draft(unit, field, text);
    }

    @Override
    public void pin(char[] pin) {
        bench.pin(pin);
    }

    @Override
    public void open(UnitId unit) {
        view.close();
        bench.open(unit);
    }

    @Override
    public void settle(UnitId unit, String dispute, Settlement how) {
        view.close();
        view.screen(0);
        bench.settle(unit, dispute, how);
    }

    @Override
    public void find(String text, Consumer<List<UnitId>> found) {
        bench.find(text, units -> onScreen(() -> found.accept(units)));
    }

    @Override
    public void selfTest(Optional<BiConsumer<String, Boolean>> received) {
        wedge.ifPresent(
                w -> w.tap(received.map(r -> keys -> r.accept(keys.text(), keys.terminated()))));
        bench.tap(received.map(r -> frame -> onScreen(() -> r.accept(frame.text(), true))));
    }

    @Override
    public void preview() {
        view.label.show(Optional.empty());
        view.toggle(view.label);
        bench.preview(label -> label.ifPresent(l -> ports.side().execute(() -> picture(l))));
    }

    private void picture(Paper label) {
        try {
            var png = ports.papers().picture(label);
            onScreen(() -> view.label.show(Optional.of(png)));
        } catch (IOException e) {
            System.getLogger("rotable.ui").log(System.Logger.Level.WARNING, "preview", e);
        }
    }

    @Override
    public void saveSheet(Consumer<String> done) {
        if (state.isEmpty()) return;
        var reference = state.get().reference();
        ports.side()
                .execute(
                        () -> {
                            var said = sheet(reference);
                            onScreen(() -> done.accept(said));
                        });
    }

    private String sheet(rotable.reference.Reference reference) {
        try {
            return Text.SAVED_AS.of(ports.papers().cards(reference));
        } catch (IOException e) {
            return Text.NOT_SAVED.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void exchange() {
        ports.exchange().run();
    }

    @Override
    public void switchTheme() {
        theme = theme.other();
        theme.apply(scene);
        ports.looks().keep(theme);
    }
}
