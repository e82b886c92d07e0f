// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import rotable.bench.BenchState;
import rotable.bench.Link;
import rotable.bench.Word;
import rotable.fact.CustodyFact;
import rotable.people.Person;
import rotable.ui.desk.DeskView;
import rotable.ui.kit.Clocks;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.ui.setup.SetupView;

/// Which screen, how the devices are, whose bench it is and who works at it.
final class TopBar extends HBox {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final ToggleButton bench = screen(Text.SCREEN_BENCH);
    private final ToggleButton unit = screen(Text.SCREEN_UNIT);
    private final ToggleButton desk = screen(Text.SCREEN_DESK);
    private final ToggleButton setup = screen(Text.SCREEN_SETUP);
    private final Mark scanner = new Mark("fth-maximize");
    private final Mark printer = new Mark("fth-printer");
    private final Mark sound = new Mark("fth-volume-x");
    private final Mark disk = new Mark("fth-hard-drive");
    private final Mark clock = new Mark("fth-clock");
    private final Label sync = new Label();
    private final Label who = new Label();

    TopBar(boolean training, IntConsumer open, Runnable switchTheme) {
        getStyleClass().add("top-bar");
        var brand = Css.label((training ? Text.BRAND_TRAINING : Text.BRAND).of(), "brand");
        bench.setOnAction(e -> open.accept(1));
        unit.setOnAction(e -> open.accept(2));
        desk.setOnAction(e -> open.accept(4));
        setup.setOnAction(e -> open.accept(5));
        scanner.fine(Text.SCANNER_WEDGE.of());
        printer.fine(Text.PRINTER_READY.of());
        sound.fine(Text.SOUND_OFF.of());
        named();
        whole(brand, bench, unit, desk, setup, sync);
        getChildren()
                .addAll(
                        brand,
                        new SegmentedButton(bench, unit, desk, setup),
                        Css.space(),
                        scanner,
                        printer,
                        sound,
                        disk,
                        clock,
                        sync,
                        who,
                        theme(switchTheme));
    }

    private void named() {
        scanner.setId("scanner");
        printer.setId("printer");
        disk.setId("disk");
        clock.setId("clock");
        sync.setId("sync");
        who.setId("who");
    }

    private static Button theme(Runnable switchTheme) {
        var theme = new Button("", new FontIcon("fth-sun"));
        theme.setAccessibleText(Text.THEME.of());
        theme.setId("theme");
        theme.setFocusTraversable(false);
        theme.setOnAction(e -> switchTheme.run());
        return theme;
    }

    private static ToggleButton screen(Text name) {
        var button = new ToggleButton(name.of());
        button.setFocusTraversable(false);
        return button;
    }

    /// At 1,000 pixels there is no room for "…": what is said is short, and said whole.
    private static void whole(Labeled... labels) {
        for (var l : labels) l.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// @param screen the number of the screen that is shown
    void show(BenchState state, int screen, boolean silent) {
        unit.setSelected(screen == 2);
        bench.setSelected(screen == 1);
        desk.setSelected(screen == 4);
        setup.setSelected(screen == 5);
        desk.setVisible(DeskView.mayOpen(state));
        desk.setManaged(DeskView.mayOpen(state));
        var forSetup = SetupView.mayOpen(state);
        setup.setVisible(forSetup);
        setup.setManaged(forSetup);
        unit.setDisable(state.hand().isEmpty() || state.person().isEmpty());
        devices(state.last().text());
        sound.shown(silent);
        disk.shown(state.spaceLeft().isPresent());
        state.spaceLeft().ifPresent(b -> disk.look(Text.DISK_LOW.of(b >> 20)));
        // Entries bear a wrong time, until somebody sets the clock.
        clock.shown(state.clockAhead().isPresent());
        state.clockAhead().ifPresent(d -> clock.look(Text.CLOCK_OFF.of(Clocks.off(d))));
        sync(state);
        who.setText(
                Text.BENCH.of(
                        state.bench(), state.person().map(Person::name).orElse(Text.NOBODY.of())));
    }

    /// In step, or what waits here, or since when nothing comes and goes.
    private void sync(BenchState state) {
        sync.setText(
                switch (state.link()) {
                    case Link.None l -> Text.SYNC_LOCAL.of(state.waiting());
                    case Link.Connecting l -> Text.SYNC_CONNECTING.of();
                    case Link.CatchingUp l -> Text.SYNC_CATCHING_UP.of(l.percent());
                    case Link.InStep l ->
                            state.waiting() == 0
                                    ? Text.SYNC_IN_STEP.of()
                                    : Text.SYNC_WAITING.of(state.waiting());
                    case Link.Offline l ->
                            Text.SYNC_OFFLINE.of(time(l.since(), state), state.waiting());
                    case Link.Stopped l -> Text.SYNC_STOPPED.of(state.waiting());
                });
        sync.setTooltip(tip(state));
    }

    private static Tooltip tip(BenchState state) {
        var lines = new ArrayList<String>();
        switch (state.link()) {
            case Link.InStep l -> lines.add(Text.SYNC_LAST.of(time(l.at(), state)));
            case Link.Offline l -> lines.add(l.why());
            case Link.Stopped l -> lines.add(l.why());
            case Link.None l -> lines.add(Text.SYNC_NONE.of());
            case Link.CatchingUp l -> lines.add(Text.SYNC_CAUGHT_UP.of(l.entries(), l.of()));
            case Link.Connecting l -> {}
        }
        state.waitingSince().ifPresent(at -> lines.add(Text.SYNC_OLDEST.of(time(at, state))));
        return new Tooltip(String.join("\n", lines));
    }

    private static String time(Instant at, BenchState state) {
        var then = at.atZone(state.reference().zone());
        var now = state.last().at().atZone(state.reference().zone());
        var today = then.toLocalDate().equals(now.toLocalDate());
        return then.format(today ? TODAY : EARLIER);
    }

    /// A device is as the last word about it says.
    private void devices(Record said) {
        switch (said) {
            case Word.ScannerReady w -> scanner.fine(Text.SCANNER_READY.of(w.port()));
            case Word.ScannerGone w -> scanner.gone(Text.SCANNER_GONE.of(w.port()));
            case Word.PrinterFailed w -> printer.gone(Text.PRINTER_FAILED.of());
            case CustodyFact.LabelConfirmed f -> printer.fine(Text.PRINTER_READY.of());
            default -> {}
        }
    }
}
