// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.fact.ReleaseFact.Ended;
import rotable.fact.ReleaseFact.Released;
import rotable.turnaround.Turnaround;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Recorded;
import rotable.unit.Release;
import rotable.unit.Unit;

/// The labels that were printed for a unit, and which of them still holds; the other ends of its
/// orders.
final class DocumentsTab extends VBox {
    private final Messages messages;
    private final ShellActions actions;

    DocumentsTab(Messages messages, ShellActions actions) {
        super(8);
        this.messages = messages;
        this.actions = actions;
        getStyleClass().add("work");
    }

    void show(Unit unit, BenchState state) {
        getChildren().clear();
        for (var order : unit.orders().reversed()) {
            order.ended()
                    .ifPresent(e -> getChildren().add(row(order, text(order, e), true, state)));
            order.release()
                    .ifPresent(
                            r -> getChildren().add(row(order, text(r, state), r.stands(), state)));
        }
        unit.own().stream()
                .filter(r -> r.fact() instanceof Released && r.without().isPresent())
                .forEach(r -> getChildren().add(Css.label(lost(r))));
        if (getChildren().isEmpty()) getChildren().add(Css.label(Text.NO_DOCUMENTS.of(), Css.DIM));
        unit.order()
                .ifPresent(
                        o -> times(Turnaround.of(unit, o, state.reference(), state.last().at())));
    }

    /// A label whose release has no effect because of what another bench recorded.
    private static String lost(Recorded r) {
        var release = r.fact() instanceof Released f ? f.release().value() : "";
        return Text.LABEL_LOST.of(release, r.without().orElseThrow().why());
    }

    /// How long it took, stage by stage; together the whole.
    private void times(Turnaround t) {
        getChildren()
                .add(Css.label(Text.TURNAROUND.of(text(t.gross()), text(t.touch())), Css.TITLE));
        t.stages().forEach((wait, time) -> getChildren().add(stage(wait, time)));
    }

    private Node stage(Turnaround.Wait wait, Duration time) {
        var name = messages.word("Wait." + wait.name());
        return new HBox(Css.label(name), Css.space(), Css.label(text(time), Css.MONO));
    }

    private static String text(Duration time) {
        return "%d:%02d h".formatted(time.toHours(), time.toMinutesPart());
    }

    private Node row(Order order, String text, boolean stands, BenchState state) {
        var row = new HBox(Css.label(text), Css.space());
        row.getStyleClass().add(Css.ROW);
        if (stands && state.hand().flatMap(Unit::order).filter(order::equals).isPresent()) {
            var preview = new Button(Text.PREVIEW.of());
            preview.getStyleClass().add(Css.ACTION);
            preview.setOnAction(e -> actions.preview());
            row.getChildren().add(preview);
        }
        return row;
    }

    private String text(Order order, Ended ended) {
        var how = messages.word("Ending." + ended.ending().name());
        return Text.ENDED.of(order.id().value(), how, ended.reason());
    }

    private static String text(Release r, BenchState state) {
        return r.revoked()
                .map(v -> Text.LABEL_VOID.of(r.id().value(), Dates.time(v.stamp().at(), state)))
                .orElseGet(
                        () ->
                                Text.LABEL_OF.of(
                                        r.id().value(),
                                        r.copies(),
                                        Dates.time(r.stamp().at(), state)));
    }
}
