// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.fact.ReferenceFact.CodePublished.Kind;
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
    private final Label tag = Css.label("", Css.BIG);
    private final StatusChip chip = new StatusChip();
    private final Label order = Css.label("", Css.DIM);

    UnitHeader() {
        super(4);
        serial.setId("serial");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(16, serial, Css.space(), chip);
        row.getStyleClass().add(Css.ROW);
        getStyleClass().add(Css.CARD);
        getChildren().addAll(part, row, tag, order);
    }

    void show(Unit unit, BenchState state) {
        var known = state.reference().part(unit.id().part());
        part.setText(
                unit.id().part().number() + known.map(p -> "   " + p.description()).orElse(""));
        tag.setText(unit.id().tag().map(Text.TAGGED::of).orElse(""));
        tag.setVisible(unit.id().tag().isPresent());
        tag.setManaged(unit.id().tag().isPresent());
        // What the plate says is as large as the status; the tag has its own line.
        serial.setText(unit.id().nameplate());
        chip.show(Status.of(unit));
        var said = new ArrayList<String>();
        unit.order().map(UnitHeader::line).ifPresent(said::add);
        said.addAll(whereabouts(unit, state));
        order.setText(said.isEmpty() ? Text.NO_ORDER.of() : String.join("  ·  ", said));
    }

    /// Where a component is or came from, and where it was put.
    private static List<String> whereabouts(Unit unit, BenchState state) {
        var said = new ArrayList<String>();
        unit.installedIn()
                .ifPresent(p -> said.add(Text.IN_UNIT.of(p.parent().serial(), p.position())));
        unit.removedFrom()
                .filter(p -> unit.installedIn().isEmpty())
                .ifPresent(
                        p ->
                                said.add(
                                        Text.OUT_OF_UNIT.of(
                                                p.parent().serial(),
                                                p.position(),
                                                Dates.time(p.since().at(), state))));
        unit.location()
                .map(l -> state.reference().code(Kind.LOCATION, l).map(c -> c.text()).orElse(l))
                .ifPresent(l -> said.add(Text.AT_PLACE.of(l)));
        return said;
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
