// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.desk;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.BenchState.Dispute;
import rotable.bench.BenchState.Released;
import rotable.bench.Messages;
import rotable.decision.Settlement;
import rotable.fact.CustodyFact;
import rotable.fact.IntakeFact;
import rotable.fact.ReleaseFact;
import rotable.fact.RepairFact;
import rotable.fact.TestFact;
import rotable.fact.UnitFact;
import rotable.identity.UnitId;
import rotable.people.Role;
import rotable.ui.kit.Authors;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Recorded;

/// The supervisor's desk: one list of what waits for a decision, and of the chosen one what it is,
/// what it blocks, and the ways to settle it.
public final class DeskView extends HBox {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final double LIST_WIDTH = 300;
    private static final int MOST = 6;

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
        var scroll = Css.scroll(detail);
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
        var head = Css.label(d.unit().id().serial() + ": " + rule(d), Css.BIG);
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        detail.getChildren().addAll(head, what, sides(d));
        if (!d.blocked().isEmpty()) detail.getChildren().add(blocks(d));
        for (var r : d.released()) detail.getChildren().add(again(r));
        detail.getChildren().add(ways(d));
    }

    private static Label blocks(Dispute d) {
        var units = d.blocked().stream().map(UnitId::serial).collect(Collectors.joining(", "));
        var said =
                d.unit()
                        .onlyAt()
                        .map(there -> Text.DESK_BLOCKS_BUT_AT.of(units, there))
                        .orElseGet(() -> Text.DESK_BLOCKS.of(units));
        var label = Css.label(said, Css.DIM);
        label.setWrapText(true);
        return label;
    }

    private static Label again(Released r) {
        var text = Text.DESK_RELEASED.of(r.unit().serial(), r.release());
        var label = Css.label(text, Css.TITLE);
        label.setId("look-again");
        label.setWrapText(true);
        return label;
    }

    /// Both entries, side by side.
    private GridPane sides(Dispute d) {
        var grid = new GridPane(14, 6);
        grid.addColumn(0, side(d, Text.DESK_FIRST, d.first()).toArray(Node[]::new));
        var second = Optional.of(d.dispute().second());
        var has = d.dispute().second().without().isEmpty();
        var head = has ? Text.DESK_SECOND_COUNTS : Text.DESK_SECOND;
        grid.addColumn(1, side(d, head, second).toArray(Node[]::new));
        for (int i = 0; i < 2; i++) {
            var column = new javafx.scene.layout.ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private List<Node> side(Dispute d, Text head, Optional<Recorded> entry) {
        var title = Css.label(head.of(), Css.TITLE);
        if (entry.isEmpty() || state.isEmpty()) return List.of(title, Css.label("–"));
        var r = entry.get();
        var reference = state.get().reference();
        var at = r.stamp().at().atZone(reference.zone()).format(MINUTE);
        var nodes = new ArrayList<Node>(List.of(title, said(r)));
        if (r.fact() instanceof RepairFact f)
            nodes.add(Css.label(Text.DESK_IN_UNIT.of(d.unit().owner(f).serial())));
        nodes.add(Css.label(Authors.of(r, reference) + " · " + r.stamp().bench()));
        nodes.add(Css.label(at, Css.DIM));
        for (var later : since(d, r)) nodes.add(said(later));
        return List.of(new VBox(6, nodes.toArray(Node[]::new)));
    }

    private Label said(Recorded r) {
        var now = state.orElseThrow();
        var text = messages.text((Record) r.fact(), now.reference(), now.last().at());
        var label = Css.label(text);
        label.setWrapText(true);
        return label;
    }

    /// What the same bench did with the unit afterwards, as far as it tells the two apart.
    private static List<Recorded> since(Dispute d, Recorded r) {
        return d.unit().history().stream()
                .filter(x -> x.stamp().bench().equals(r.stamp().bench()))
                .filter(x -> r.stamp().precedes(x.stamp()))
                .filter(DeskView::tells)
                .filter(x -> isOfItsStay(r, x))
                .limit(MOST)
                .toList();
    }

    /// What was done under another stay than the one that a receipt opened tells nothing of it.
    private static boolean isOfItsStay(Recorded receipt, Recorded r) {
        return !(receipt.fact() instanceof IntakeFact.Received f)
                || !(r.fact() instanceof UnitFact later)
                || later.under().filter(o -> !o.equals(f.order())).isEmpty();
    }

    private static boolean tells(Recorded r) {
        return r.fact() instanceof RepairFact
                || r.fact() instanceof TestFact.TestEnded
                || r.fact() instanceof ReleaseFact
                || r.fact() instanceof CustodyFact.Shipped
                || r.fact() instanceof IntakeFact.IntakeSigned
                || r.fact() instanceof IntakeFact.Diagnosed;
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
