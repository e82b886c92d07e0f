// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Callback;
import rotable.bench.BenchState;
import rotable.fact.RepairFact.Removed.Match;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.ui.kit.Columns;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Unit;

/// The tree of components: as received, as maintained now or on any past day, as released.
final class StructureTab extends VBox {
    /// What all columns take, in pixels.
    private static final double WIDTH = 90 + 230 + 190 + 190;

    private final TableView<Row> table = new TableView<>();
    private final DatePicker day = new DatePicker();
    private Optional<Unit> shown = Optional.empty();
    private Optional<BenchState> state = Optional.empty();

    private record Row(String position, String received, String maintained, String released) {}

    StructureTab() {
        super(8);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(Text.POSITION, Row::position, 90),
                                Columns.text(Text.AS_RECEIVED, Row::received, 230),
                                Columns.text(Text.AS_MAINTAINED, Row::maintained, 190),
                                Columns.text(Text.AS_RELEASED, Row::released, 190)));
        table.widthProperty().subscribe(w -> table.setColumnResizePolicy(policy(w.doubleValue())));
        var label = Css.label(Text.AS_ON.of());
        label.setLabelFor(day);
        day.setAccessibleText(Text.AS_ON.of());
        day.valueProperty().subscribe(this::refresh);
        var today = new Button(Text.TODAY.of());
        today.setOnAction(e -> day.setValue(null));
        var bar = new HBox(8, label, day, today);
        bar.getStyleClass().add(Css.ROW);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    /// With the room for it all columns are seen at once; else serials whole, sideways.
    @SuppressWarnings("rawtypes")
    private static Callback<TableView.ResizeFeatures, Boolean> policy(double width) {
        return width > WIDTH
                ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS
                : TableView.UNCONSTRAINED_RESIZE_POLICY;
    }

    void show(Unit unit, BenchState now) {
        shown = Optional.of(unit);
        state = Optional.of(now);
        refresh();
    }

    private void refresh() {
        if (shown.isEmpty() || state.isEmpty()) return;
        table.getItems().setAll(rows(shown.get(), state.get()));
    }

    private List<Row> rows(Unit unit, BenchState s) {
        LocalDate chosen = day.getValue();
        var maintained = chosen == null ? unit : unit.asOf(end(chosen, s));
        var order = unit.order();
        var released =
                order.flatMap(Order::release)
                        .map(r -> unit.asOf(r.stamp().at()).children())
                        .orElse(Map.of());
        return s.reference().part(unit.id().part()).stream()
                .flatMap(p -> p.positions().stream())
                .map(
                        p ->
                                new Row(
                                        p.id().value(),
                                        received(order, p.id()),
                                        at(maintained.children(), p.id()),
                                        released.isEmpty() ? "" : at(released, p.id())))
                .toList();
    }

    private static java.time.Instant end(LocalDate day, BenchState s) {
        return day.plusDays(1).atStartOfDay(s.reference().zone()).toInstant().minusNanos(1);
    }

    /// What came in; marked where only its removal told.
    private static String received(Optional<Order> order, PositionId position) {
        if (order.isEmpty()) return "";
        var text = at(order.get().asReceived(), position);
        var established =
                order.get().removals().stream()
                        .map(r -> r.fact())
                        .anyMatch(
                                f ->
                                        f.position().equals(position)
                                                && f.match() == Match.ESTABLISHED);
        return established ? Text.ESTABLISHED.of(text) : text;
    }

    /// A position that is missing from a tree was never looked at; an empty one is open.
    private static String at(Map<PositionId, Optional<Child>> tree, PositionId position) {
        if (!tree.containsKey(position)) return Text.NOT_READ.of();
        return tree.getOrDefault(position, Optional.empty())
                .map(c -> c.part().number() + " " + c.mark())
                .orElse(Text.OPEN_POSITION.of());
    }
}
