// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.TableView;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.ui.kit.Columns;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;

/// F9: what the scanners sent, what it was taken for, how it went.
public final class ScanLogDrawer extends Drawer {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Messages messages;
    private final TableView<Row> table = new TableView<>();

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
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        body(table);
    }

    /// Characters without a shape by their number, as scanner manuals name them.
    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll(c -> "<%02X>".formatted((int) c.group().charAt(0)));
    }

    public void show(BenchState state) {
        var zone = state.reference().zone();
        table.getItems()
                .setAll(
                        state.heard().stream()
                                .map(
                                        h ->
                                                new Row(
                                                        h.at().atZone(zone).format(SECOND),
                                                        h.device(),
                                                        printable(h.text()),
                                                        messages.word("Kind." + h.kind().name()),
                                                        messages.word(
                                                                "Outcome." + h.outcome().name())))
                                .toList());
    }
}
