// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.identity.UnitId;
import rotable.release.Stage;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Unit;

/// One unit: what it is, where it stands, what was done to it.
public final class UnitView extends VBox {
    /// Two rows under the tabs' names: what else there is scrolls.
    private static final double TABS_MIN = 120;

    private final UnitHeader header = new UnitHeader();
    private final AlertStrip alerts;
    private final ArrivalForm arrival;
    private final StageRail stages;
    private final WorkTab work;
    private final StructureTab structure = new StructureTab();
    private final HistoryTab history;
    private final DocumentsTab documents;
    private final TabPane tabs;
    private boolean arriving;
    private Optional<UnitId> shown = Optional.empty();

    public UnitView(Messages messages, ShellActions actions) {
        super(10);
        alerts = new AlertStrip(messages);
        arrival = new ArrivalForm(actions);
        stages = new StageRail(messages);
        work = new WorkTab(messages);
        history = new HistoryTab(messages);
        documents = new DocumentsTab(messages, actions);
        tabs =
                new TabPane(
                        tab(Text.WORK, work),
                        tab(Text.STRUCTURE, structure),
                        tab(Text.HISTORY, history),
                        tab(Text.DOCUMENTS, documents));
        tabs.setId("tabs");
        tabs.getSelectionModel().selectedIndexProperty().subscribe(this::place);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        tabs.setMinHeight(TABS_MIN);
        getChildren().addAll(header, alerts, arrival, stages, tabs);
    }

    private static Tab tab(Text name, Node content) {
        var tab = new Tab(name.of(), content);
        tab.setClosable(false);
        return tab;
    }

    public void show(Unit unit, BenchState state) {
        header.show(unit, state);
        alerts.show(unit, state);
        var order = unit.openOrder().filter(o -> o.intake().isEmpty());
        var arrives = order.isPresent() && !shown.equals(Optional.of(unit.id()));
        shown = Optional.of(unit.id());
        arriving = order.isPresent();
        if (arrives) tabs.getSelectionModel().select(0);
        place();
        order.ifPresent(o -> arrival.show(o, state));
        stages.show(Stage.of(unit, state.gate()));
        work.show(unit, state);
        structure.show(unit, state);
        history.show(unit, state);
        documents.show(unit, state);
    }

    /// What arrives is filled in beside the work; the other tabs need the room.
    private void place() {
        var there = arriving && tabs.getSelectionModel().getSelectedIndex() == 0;
        arrival.setVisible(there);
        arrival.setManaged(there);
    }

    /// The panes that F6 goes through.
    public Node panes() {
        return tabs;
    }
}
