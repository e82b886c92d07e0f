// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.identity.UnitId;
import rotable.ui.bench.BenchView;
import rotable.ui.desk.DeskView;
import rotable.ui.drawer.CommandSheet;
import rotable.ui.drawer.Drawer;
import rotable.ui.drawer.LabelDrawer;
import rotable.ui.drawer.Palette;
import rotable.ui.drawer.ScanLogDrawer;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.setup.SetupView;
import rotable.ui.unit.GatePanel;
import rotable.ui.unit.UnitView;

/// The window's frame: top bar, scan bar, buttons, the current screen, the gate, the result line;
/// drawers are laid over the screen.
final class ShellView extends StackPane {
    /// The bench, the unit in hand, the desk and the setup, by the digit that Alt brings them with.
    static final Map<KeyCode, Integer> SCREENS =
            Map.of(KeyCode.DIGIT1, 1, KeyCode.DIGIT2, 2, KeyCode.DIGIT4, 4, KeyCode.DIGIT5, 5);

    final Palette palette;
    final CommandSheet sheet;
    final ScanLogDrawer log;
    final LabelDrawer label = new LabelDrawer();
    final GatePanel gate;
    final ScanBar scanBar;
    final UnitView unit;
    private final ScrollPane unitScroll;
    final Flash flash = new Flash();
    private final TopBar topBar;
    private final ActionBar buttons;
    private final ResultLine result;
    private final BenchView bench;
    private final StackPane screen = new StackPane();
    private Optional<Drawer> open = Optional.empty();
    private Optional<BenchState> state = Optional.empty();
    private Optional<UnitId> unitShown = Optional.empty();
    private final SetupView setup;
    private final DeskView desk;
    private int chosen;

    ShellView(ShellActions actions, boolean training) {
        var messages = new Messages(Locale.ROOT);
        palette = new Palette(messages, actions);
        sheet = new CommandSheet(messages, actions);
        log = new ScanLogDrawer(messages);
        gate = new GatePanel(messages);
        scanBar = new ScanBar(actions);
        unit = new UnitView(messages, actions);
        unitScroll = Css.scroll(unit);
        unitScroll.setFitToHeight(true);
        unitScroll.setFocusTraversable(false);
        topBar = new TopBar(training, this::screen, actions::switchTheme);
        buttons = new ActionBar(messages, actions);
        result = new ResultLine(messages);
        bench = new BenchView(messages, actions, training);
        setup = new SetupView(actions);
        desk = new DeskView(messages, actions);
        for (var drawer : new Drawer[] {palette, sheet, log, label}) drawer.onClose(this::close);
        getChildren().addAll(frame(), flash);
    }

    private BorderPane frame() {
        var frame = new BorderPane();
        frame.setTop(new VBox(topBar, scanBar, buttons));
        screen.setPadding(new Insets(14));
        // Many buttons take their room from the screen, and never from the result line.
        screen.setMinHeight(0);
        screen.setAlignment(Pos.TOP_LEFT);
        gate.setMinHeight(0);
        var seen = new Rectangle();
        seen.widthProperty().bind(screen.widthProperty());
        seen.heightProperty().bind(screen.heightProperty());
        screen.setClip(seen);
        frame.setCenter(screen);
        BorderPane.setMargin(gate, new Insets(14, 14, 14, 0));
        frame.setRight(gate);
        frame.setBottom(result);
        return frame;
    }

    /// Shows a state of the bench; a unit that comes in hand brings its screen with it.
    void show(BenchState now, boolean silent) {
        state = Optional.of(now);
        comes(now.hand().filter(u -> now.person().isPresent()).map(u -> u.id()));
        int number = number(now);
        if (number == 5) setup.show(now);
        else setup.leave();
        if (number == 2) now.hand().ifPresent(u -> unit.show(u, now));
        if (number == 1) bench.show(now);
        if (number == 4) desk.show(now);
        open.ifPresent(d -> refresh(d, now));
        arrange(shown(number));
        gate.show(now);
        if (number != 2) gate.setVisible(false);
        if (number != 2) gate.setManaged(false);
        topBar.show(now, number, silent);
        scanBar.show(now, open.isPresent() || number == 5);
        buttons.show(now);
        result.show(now);
    }

    private Node shown(int number) {
        return switch (number) {
            case 2 -> unitScroll;
            case 4 -> desk;
            case 5 -> setup;
            default -> bench;
        };
    }

    /// Another unit in hand brings its screen, and takes away the label of the one before.
    private void comes(Optional<UnitId> inHand) {
        if (inHand.equals(unitShown)) return;
        chosen = 0;
        open = open.filter(d -> !d.equals(label));
        unitShown = inHand;
    }

    /// Which screen is shown: the one that was chosen, where it can be.
    private int number(BenchState now) {
        if (chosen == 4 && DeskView.mayOpen(now)) return 4;
        if (chosen == 5 && SetupView.mayOpen(now)) return 5;
        return unitShown.isPresent() && chosen != 1 ? 2 : 1;
    }

    private void arrange(Node shown) {
        if (!screen.getChildren().contains(shown)) screen.getChildren().setAll(shown);
        else screen.getChildren().retainAll(List.of(shown));
        open.ifPresent(screen.getChildren()::add);
    }

    /// What somebody typed where nothing takes text; a drawer has its own keys.
    void typed(String text) {
        if (!covered()) scanBar.typed(text);
    }

    private void refresh(Drawer drawer, BenchState now) {
        if (drawer == palette) palette.show(now);
        if (drawer == sheet) sheet.show(now);
        if (drawer == log) log.show(now);
    }

    /// The bench (1), the unit in hand (2), the desk (4) or the setup (5).
    void screen(int number) {
        chosen = number;
        close();
    }

    /// Ends a scanner's self-test that is under way.
    boolean endsTest() {
        return setup.endsTest();
    }

    /// Lays a drawer over the screen, in place of the one that is there.
    void open(Drawer drawer) {
        open = Optional.of(drawer);
        state.ifPresent(s -> refresh(drawer, s));
        screen.getChildren().removeIf(Drawer.class::isInstance);
        screen.getChildren().add(drawer);
    }

    /// Opens a drawer, or closes it if it is open.
    void toggle(Drawer drawer) {
        if (open.filter(drawer::equals).isPresent()) close();
        else open(drawer);
    }

    /// Takes away what waits for a choice; what only shows something stays.
    void uncover() {
        if (open.filter(d -> d.equals(palette) || d.equals(sheet)).isPresent()) close();
    }

    boolean covered() {
        return open.isPresent();
    }

    void close() {
        open = Optional.empty();
        state.ifPresent(s -> show(s, false));
    }
}
