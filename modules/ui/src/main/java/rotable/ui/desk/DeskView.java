// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.desk;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.BenchState.Dispute;
import rotable.bench.Messages;
import rotable.decision.Settlement;
import rotable.people.Role;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// The supervisor's desk: one list of what waits for a decision, and of the chosen one what it is,
/// what it blocks, and the ways to settle it.
public final class DeskView extends HBox {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final double LIST_WIDTH = 300;

    private final Messages messages;
    private final ShellActions actions;
    private final ListView<Dispute> list = new ListView<>();
    private final VBox detail = new VBox(12);
    private Optional<BenchState> state = Optional.empty();

    public DeskView(Messages messages, ShellActions actions) {
        super(14);
        this.messages = messages;
        this.actions = actions;
        setId("desk");
        list.setId("disputes");
        list.setMinWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(d -> detail());
        var scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(list, scroll);
    }

    /// Whether there is something on the desk of whoever is signed in.
    public static boolean mayOpen(BenchState state) {
        return !state.disputes().isEmpty()
                && state.person().filter(p -> p.is(Role.SUPERVISOR)).isPresent();
    }

    private final class Cell extends ListCell<Dispute> {
        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Dispute d, boolean empty) {
            super.updateItem(d, empty);
            setGraphic(empty || d == null ? null : line(d));
        }
    }

    private Node line(Dispute d) {
        return new VBox(
                2, Css.label(d.unit().id().serial(), Css.MONO, Css.TITLE), Css.label(rule(d)));
    }

    private String rule(Dispute d) {
        return messages.word("Rule." + d.dispute().rule().name());
    }

    /// Keeps what was chosen, as long as it is there.
    public void show(BenchState now) {
        state = Optional.of(now);
        var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        list.getItems().setAll(now.disputes());
        var again =
                chosen.flatMap(
                        c ->
                                now.disputes().stream()
                                        .filter(d -> d.dispute().id().equals(c.dispute().id()))
                                        .findFirst());
        if (again.isPresent()) list.getSelectionModel().select(again.get());
        else list.getSelectionModel().selectFirst();
        detail();
    }

    private void detail() {
        detail.getChildren().clear();
        var d = list.getSelectionModel().getSelectedItem();
        if (d == null) return;
        var what = Css.label(d.dispute().text(), Css.PART);
        what.setWrapText(true);
        var blocks = Css.label(Text.DESK_BLOCKS.of(d.unit().id().serial()), Css.DIM);
        blocks.setWrapText(true);
        detail.getChildren()
                .addAll(
                        Css.label(d.unit().id().serial() + ": " + rule(d), Css.BIG),
                        what,
                        sides(d),
                        blocks);
        for (var unit : d.released()) detail.getChildren().add(again(unit));
        detail.getChildren().add(ways(d));
    }

    /// A unit that stands released although the case concerns it.
    private static Label again(Unit unit) {
        var release = unit.order().flatMap(Order::release).orElseThrow().id();
        var label = Css.label(Text.DESK_RELEASED.of(unit.id().serial(), release), Css.TITLE);
        label.setId("look-again");
        label.setWrapText(true);
        return label;
    }

    /// Both entries, side by side.
    private GridPane sides(Dispute d) {
        var grid = new GridPane(14, 6);
        grid.addColumn(0, side(Text.DESK_FIRST, d.first()).toArray(Node[]::new));
        grid.addColumn(
                1, side(Text.DESK_SECOND, Optional.of(d.dispute().second())).toArray(Node[]::new));
        for (int i = 0; i < 2; i++) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private List<Node> side(Text head, Optional<Recorded> entry) {
        var title = Css.label(head.of(), Css.TITLE);
        if (entry.isEmpty() || state.isEmpty()) return List.of(title, Css.label("–"));
        var r = entry.get();
        var reference = state.get().reference();
        var what = Css.label(messages.text((Record) r.fact(), reference, state.get().last().at()));
        what.setWrapText(true);
        return List.of(
                title,
                what,
                Css.label(reference.nameOf(r.stamp().operator()) + " · " + r.stamp().bench()),
                Css.label(r.stamp().at().atZone(reference.zone()).format(MINUTE), Css.DIM));
    }

    private FlowPane ways(Dispute d) {
        var ways = new FlowPane(8, 8);
        for (var how : Settlement.of(d.dispute())) ways.getChildren().add(way(d, how));
        var open = new Button(Text.DESK_OPEN.of(d.unit().id().serial()));
        open.getStyleClass().add(Css.ACTION);
        open.setOnAction(e -> actions.open(d.unit().id()));
        ways.getChildren().add(open);
        return ways;
    }

    private Button way(Dispute d, Settlement how) {
        var button = new Button(messages.word("Settlement." + how.name()));
        button.setId("settle-" + how.name());
        button.getStyleClass().add(Css.ACTION);
        button.setOnAction(e -> actions.settle(d.unit().id(), d.dispute().id(), how));
        return button;
    }
}
