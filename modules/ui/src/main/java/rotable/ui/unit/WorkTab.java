// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.fact.TestFact.TestEnded.Result;
import rotable.part.CriteriaSet;
import rotable.release.Finding;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.TestRun;
import rotable.unit.Unit;

/// The checklist and the tests of the order, with what was answered and measured.
final class WorkTab extends ScrollPane {
    private final Messages messages;
    private final VBox rows = new VBox(8);

    WorkTab(Messages messages) {
        this.messages = messages;
        rows.getStyleClass().add("work");
        setContent(rows);
        setFitToWidth(true);
        getStyleClass().add("plain-scroll");
    }

    void show(Unit unit, BenchState state) {
        var order = unit.order();
        var set = order.flatMap(o -> state.reference().set(o.set(), o.setVersion()));
        rows.getChildren()
                .setAll(
                        set.isEmpty()
                                ? List.of(Css.label(Text.NO_WORK.of(), Css.DIM))
                                : work(order.orElseThrow(), set.get(), stale(state)));
    }

    /// The tests whose last pass does not count any more.
    private static Set<String> stale(BenchState state) {
        var tests = new HashSet<String>();
        for (var line : state.gate()) {
            if (line.finding() instanceof Finding.EvidenceStale f) tests.add(f.test());
            if (line.finding() instanceof Finding.EvidenceConcurrent f) tests.add(f.test());
            if (line.finding() instanceof Finding.ChangedMeanwhile f) tests.add(f.test());
        }
        return tests;
    }

    private List<Node> work(Order order, CriteriaSet set, Set<String> stale) {
        var nodes = new ArrayList<Node>();
        for (var step : set.steps()) {
            var check = order.checks().get(step.id());
            var mark = check == null ? "○" : check.settled() ? "✔" : "✖";
            var said = check == null ? "" : check.value().orElse(word(check.fact().answer()));
            nodes.add(row(mark, step.text(), said));
        }
        for (var test : set.tests()) {
            var runs = order.runs(test.id());
            var name = test.id() + "  " + test.title();
            if (runs.isEmpty()) nodes.add(row("○", name, ""));
            else if (stale.contains(test.id()))
                nodes.add(row("↻", name, Text.PASSED_BEFORE.of(result(runs.getLast()))));
            else nodes.add(row(mark(runs.getLast()), name, result(runs.getLast())));
        }
        return nodes;
    }

    private String word(Enum<?> e) {
        return messages.word(e.getDeclaringClass().getSimpleName() + "." + e.name());
    }

    private static String mark(TestRun run) {
        return run.result().map(r -> r == Result.PASS ? "✔" : "✖").orElse("▶");
    }

    private String result(TestRun run) {
        var values =
                run.readings().stream().map(r -> (r.value() + " " + r.unit()).strip()).toList();
        return String.join(", ", values)
                + "  "
                + run.result().map(this::word).orElse(Text.RUNNING.of());
    }

    private static Node row(String mark, String text, String value) {
        var row = new HBox(Css.label(mark + "  " + text), Css.space(), Css.label(value, Css.MONO));
        row.getStyleClass().add(Css.ROW);
        return row;
    }
}
