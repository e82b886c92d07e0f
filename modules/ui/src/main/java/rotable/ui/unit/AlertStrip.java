// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.release.Finding;
import rotable.release.Line;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What must not be overlooked: holds, a void label, a damaged record, equipment whose calibration
/// runs out; each with its reason and the command that answers it.
final class AlertStrip extends VBox {
    private static final int CALIBRATION_DAYS = 14;

    private final Messages messages;

    AlertStrip(Messages messages) {
        super(4);
        this.messages = messages;
    }

    void show(Unit unit, BenchState state) {
        var alerts = new ArrayList<String>();
        for (var h : unit.holds()) alerts.add(Text.ALERT_HOLD.of(h.id().value(), h.reason()));
        for (var c : unit.undecided())
            alerts.add(Text.ALERT_CASE.of(messages.word("Rule." + c.rule().name())));
        alerts.addAll(ofComponents(unit, state));
        alerts.addAll(revoked(unit, state));
        alerts.addAll(damaged(state));
        alerts.addAll(calibration(unit, state));
        getChildren().clear();
        for (var a : alerts) {
            var label = Css.label(a, Css.ALERT);
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
        setVisible(!alerts.isEmpty());
        setManaged(!alerts.isEmpty());
    }

    /// Cases of what is installed in it.
    private List<String> ofComponents(Unit unit, BenchState state) {
        return state.gate().stream()
                .map(Line::finding)
                .filter(f -> f instanceof Finding.Disputed)
                .map(f -> (Finding.Disputed) f)
                .filter(f -> !f.serial().equals(unit.id().serial()))
                .map(
                        f ->
                                Text.ALERT_CASE_OF.of(
                                        f.serial(), messages.word("Rule." + f.rule().name())))
                .distinct()
                .toList();
    }

    private static List<String> revoked(Unit unit, BenchState state) {
        return unit.order().flatMap(Order::release).stream()
                .filter(r -> !r.stands())
                .map(
                        r ->
                                Text.ALERT_VOID.of(
                                        r.id().value(),
                                        Dates.time(r.revoked().orElseThrow().stamp().at(), state)))
                .toList();
    }

    private List<String> damaged(BenchState state) {
        return state.gate().stream()
                .filter(l -> l.id().equals("G25") && l.state() == Line.State.FAILS)
                .map(
                        l ->
                                Text.ALERT_DAMAGED.of(
                                        messages.text(
                                                (Record) l.finding(),
                                                state.reference(),
                                                state.last().at())))
                .toList();
    }

    /// Equipment that the unit's tests take and that is due soon.
    private static List<String> calibration(Unit unit, BenchState state) {
        var reference = state.reference();
        var kinds = new HashSet<String>();
        unit.openOrder()
                .flatMap(o -> reference.set(o.set(), o.setVersion()))
                .ifPresent(s -> s.tests().forEach(t -> t.equipment().ifPresent(kinds::add)));
        var today = LocalDate.ofInstant(state.last().at(), reference.zone());
        return reference.equipment().values().stream()
                .filter(e -> kinds.contains(e.kind()))
                .filter(e -> e.due().isBefore(today.plusDays(CALIBRATION_DAYS)))
                .filter(e -> !e.due().isBefore(today))
                .map(e -> Text.ALERT_CALIBRATION.of(e.id().value(), e.due().toString()))
                .toList();
    }
}
