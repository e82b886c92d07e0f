// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.identity.UnitId;
import rotable.release.Status;
import rotable.unit.Unit;

/// The bench without a unit in hand: who works, which units are put aside.
final class BenchView extends VBox {
    private final Label head = new Label();
    private final Label hint = new Label();
    private final VBox units = new VBox(8);
    private final Consumer<UnitId> open;

    BenchView(Consumer<UnitId> open) {
        super(16);
        this.open = open;
        head.getStyleClass().add(Css.BIG);
        hint.getStyleClass().add(Css.PART);
        hint.setWrapText(true);
        getChildren().addAll(head, hint, units);
    }

    void show(BenchState state) {
        var signedIn = state.person().isPresent();
        head.setText(signedIn ? "My work" : "Scan your badge");
        var empty = state.parked().isEmpty();
        hint.setText(
                !signedIn
                        ? "The bench is locked. A badge opens it."
                        : empty
                                ? "No unit is open at this bench. Scan a unit’s label to begin."
                                : "Scan a unit, or choose one that is open here.");
        units.getChildren().clear();
        if (signedIn) state.parked().forEach(u -> units.getChildren().add(row(u)));
    }

    private Node row(Unit unit) {
        var serial = new Label(unit.id().serial());
        serial.getStyleClass().addAll(Css.MONO, Css.BIG);
        var part = new Label(unit.id().part().number());
        var status = new Label(Status.of(unit).name().replace('_', ' '));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var take = new Button("Take up");
        take.getStyleClass().add(Css.ACTION);
        take.setAccessibleText("Take up " + unit.id().serial());
        take.setOnAction(e -> open.accept(unit.id()));
        var row = new HBox(serial, part, status, space, take);
        row.getStyleClass().addAll(Css.ROW, Css.CARD);
        return row;
    }
}
