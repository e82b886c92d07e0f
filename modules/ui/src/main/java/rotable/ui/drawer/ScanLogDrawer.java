// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import java.util.List;
import org.controlsfx.control.tableview2.TableView2;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.ui.kit.Columns;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;

/// F9: what the scanners sent, what it was taken for, how it went.
public final class ScanLogDrawer extends Drawer {
    private final Messages messages;
    private final TableView2<Row> table = new TableView2<>();

    private record Row(String when, String device, String what, String kind, String outcome) {}

    public ScanLogDrawer(Messages messages) {
        super(Text.SCAN_LOG);
        this.messages = messages;
        table.setId("scan-log");
        table.setPlaceholder(Css.label(Text.NO_SCANS.of(), Css.DIM));
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(Text.WHEN, Row::when, 75),
                                Columns.text(Text.DEVICE, Row::device, 75),
                                Columns.text(Text.WHAT, Row::what, 210),
                                Columns.text(Text.TAKEN_FOR, Row::kind, 130),
                                Columns.text(Text.RESULT, Row::outcome, 75)));
        body(table);
    }

    public void show(BenchState state) {
        var zone = state.reference().zone();
        table.getItems()
                .setAll(
                        state.heard().stream()
                                .map(
                                        h ->
                                                new Row(
                                                        h.at().atZone(zone)
                                                                .toLocalTime()
                                                                .withNano(0)
                                                                .toString(),
                                                        h.device(),
                                                        h.text(),
                                                        messages.word("Kind." + h.kind().name()),
                                                        messages.word(
                                                                "Outcome." + h.outcome().name())))
                                .toList());
    }
}
