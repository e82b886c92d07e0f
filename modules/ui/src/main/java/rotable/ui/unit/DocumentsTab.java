// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Release;
import rotable.unit.Unit;

/// The labels that were printed for a unit, and which of them still holds.
final class DocumentsTab extends VBox {
    private final ShellActions actions;

    DocumentsTab(ShellActions actions) {
        super(8);
        this.actions = actions;
        getStyleClass().add("work");
    }

    void show(Unit unit, BenchState state) {
        getChildren().clear();
        for (var order : unit.orders().reversed())
            order.release().ifPresent(r -> getChildren().add(row(order, r, state)));
        if (getChildren().isEmpty()) getChildren().add(Css.label(Text.NO_DOCUMENTS.of(), Css.DIM));
    }

    private Node row(Order order, Release r, BenchState state) {
        var row = new HBox(Css.label(text(r, state)), Css.space());
        row.getStyleClass().add(Css.ROW);
        if (r.stands() && state.hand().flatMap(Unit::order).filter(order::equals).isPresent()) {
            var preview = new Button(Text.PREVIEW.of());
            preview.getStyleClass().add(Css.ACTION);
            preview.setOnAction(e -> actions.preview());
            row.getChildren().add(preview);
        }
        return row;
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
