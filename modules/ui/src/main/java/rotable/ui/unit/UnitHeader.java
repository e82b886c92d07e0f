// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.ArrayList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.release.Status;
import rotable.ui.kit.Css;
import rotable.ui.kit.StatusChip;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What can be read from a metre away: part, serial, status; the order in small.
final class UnitHeader extends VBox {
    private final Label part = Css.label("", Css.PART);
    private final Label serial = Css.label("", Css.SERIAL);
    private final StatusChip chip = new StatusChip();
    private final Label order = Css.label("", Css.DIM);

    UnitHeader() {
        super(4);
        serial.setId("serial");
        var row = new HBox(16, serial, Css.space(), chip);
        row.getStyleClass().add(Css.ROW);
        getStyleClass().add(Css.CARD);
        getChildren().addAll(part, row, order);
    }

    void show(Unit unit, BenchState state) {
        var known = state.reference().part(unit.id().part());
        part.setText(
                unit.id().part().number() + known.map(p -> "   " + p.description()).orElse(""));
        serial.setText(unit.id().serial());
        chip.show(Status.of(unit));
        order.setText(unit.order().map(UnitHeader::line).orElse(Text.NO_ORDER.of()));
    }

    private static String line(Order o) {
        var d = o.declared();
        var said = new ArrayList<String>();
        said.add(Text.ORDER.of(o.id().value()));
        d.customer().ifPresent(said::add);
        d.rma().ifPresent(r -> said.add(Text.RMA.of() + " " + r));
        d.fault().ifPresent(f -> said.add("“" + f + "”"));
        said.add(o.set() + " v" + o.setVersion());
        return String.join("  ·  ", said);
    }
}
