// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.setup;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Link;
import rotable.ui.kit.Clocks;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;

/// How the exchange with the depot's centre is: in step or since when not and why, what waits here.
final class SyncPage extends VBox {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Label head = Css.label("", Css.BIG);
    private final Label why = Css.label("", Css.PART);
    private final ProgressBar bar = new ProgressBar(0);
    private final Label waiting = new Label();
    private final Label oldest = new Label();
    private final Label clock = new Label();
    private final Button now = new Button(Text.SYNC_NOW.of());

    SyncPage(ShellActions actions) {
        super(12);
        setPadding(new Insets(10, 0, 0, 0));
        head.setId("sync-head");
        why.setWrapText(true);
        now.setId("sync-now");
        now.getStyleClass().add(Css.ACTION);
        now.setOnAction(e -> actions.exchange());
        var grid = new GridPane(18, 6);
        grid.addRow(0, new Label(Text.SYNC_WAIT_HERE.of()), waiting);
        grid.addRow(1, new Label(Text.SYNC_OLDEST_HEAD.of()), oldest);
        grid.addRow(2, new Label(Text.SYNC_CLOCK.of()), clock);
        bar.setId("sync-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, why, bar, grid, now);
    }

    void show(BenchState state) {
        switch (state.link()) {
            case Link.None l -> say(Text.SYNC_HEAD_NONE.of(), Text.SYNC_NONE_HINT.of());
            case Link.Connecting l -> say(Text.SYNC_HEAD_CONNECTING.of(), "");
            case Link.CatchingUp l ->
                    say(
                            Text.SYNC_HEAD_CATCHING_UP.of(),
                            Text.SYNC_CAUGHT_UP.of(l.entries(), l.of()));
            case Link.InStep l ->
                    say(Text.SYNC_HEAD_IN_STEP.of(), Text.SYNC_LAST.of(time(l.at(), state)));
            case Link.Offline l -> say(Text.SYNC_HEAD_OFFLINE.of(time(l.since(), state)), l.why());
            case Link.Stopped l -> say(Text.SYNC_HEAD_STOPPED.of(time(l.since(), state)), l.why());
        }
        var catching = state.link() instanceof Link.CatchingUp;
        bar.setVisible(catching);
        bar.setManaged(catching);
        if (state.link() instanceof Link.CatchingUp l) bar.setProgress(l.percent() / 100.0);
        waiting.setText(Long.toString(state.waiting()));
        oldest.setText(state.waitingSince().map(at -> time(at, state)).orElse("–"));
        clock.setText(clock(state));
        now.setDisable(state.link() instanceof Link.None);
    }

    private static String clock(BenchState state) {
        var compared = state.link() instanceof Link.InStep;
        return state.clockAhead().map(Clocks::off).orElse(compared ? Text.CLOCK_ALIKE.of() : "–");
    }

    private void say(String what, String reason) {
        head.setText(what);
        why.setText(reason);
    }

    private static String time(Instant at, BenchState state) {
        return at.atZone(state.reference().zone()).format(SECOND);
    }
}
