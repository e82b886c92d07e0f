// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.release.Line;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;
import rotable.unit.Order;
import rotable.unit.Unit;

/// The return-to-service panel: every criterion, always, with its state, what decided it and the
/// next step.
public final class GatePanel extends VBox {
    private final Messages messages;
    private final Label title = new Label();
    private final VBox lines = new VBox(6);
    private final ScrollPane scroll;
    private final List<Node> missing = new ArrayList<>();
    private List<Line> shown = List.of();

    public GatePanel(Messages messages) {
        super(8);
        this.messages = messages;
        getStyleClass().add(Css.CARD);
        title.getStyleClass().add(Css.TITLE);
        scroll = Css.scroll(lines);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        setPrefWidth(340);
        setMinWidth(300);
    }

    public void show(BenchState state) {
        var ended = state.hand().flatMap(Unit::order).flatMap(Order::ended).isPresent();
        setVisible(!state.gate().isEmpty() && !ended);
        setManaged(!state.gate().isEmpty() && !ended);
        var clear = state.gate().stream().filter(l -> !l.blocks()).count();
        title.setText(Text.GATE.of(clear, state.gate().size()));
        var nodes = new ArrayList<Node>();
        missing.clear();
        for (var line : ordered(state.gate())) {
            var node = line(line, state, line.blocks() && missing.isEmpty());
            node.getStyleClass().add("gate-line");
            nodes.add(node);
            if (line.blocks()) missing.add(node);
        }
        lines.getChildren().setAll(nodes);
        // Whoever scrolled stays there until something is other: nobody scrolls back in gloves.
        if (!state.gate().equals(shown)) scroll.setVvalue(0);
        shown = state.gate();
    }

    /// What is to be done comes first: what fails, then what is waited for; what holds stands
    /// below.
    private static List<Line> ordered(List<Line> gate) {
        var all = new ArrayList<>(gate);
        all.sort(Comparator.comparingInt(Line::rank));
        return all;
    }

    private void scrollTo(Node node) {
        var height = lines.getHeight() - scroll.getViewportBounds().getHeight();
        if (height > 0) scroll.setVvalue(node.getBoundsInParent().getMinY() / height);
    }

    /// Goes to the first line that stands in the way.
    public void focusFirstMissing() {
        if (missing.isEmpty()) return;
        var first = missing.getFirst();
        first.setFocusTraversable(true);
        first.requestFocus();
        scrollTo(first);
    }

    private Node line(Line line, BenchState state, boolean firstMissing) {
        var at = state.last().at();
        var finding = (Record) line.finding();
        var text = messages.text(finding, state.reference(), at);
        var label = new Label(mark(line) + " " + line.id() + "  " + text);
        label.setWrapText(true);
        label.getStyleClass().add(style(line));
        if (firstMissing) label.getStyleClass().add(Css.GATE_FIRST);
        var next = messages.next(finding, state.reference(), at);
        if (!line.blocks() || next.isEmpty()) return label;
        var arrow = new Label("     → " + next);
        arrow.setWrapText(true);
        arrow.getStyleClass().add(Css.NEXT);
        if (firstMissing) arrow.getStyleClass().add("gate-first-next");
        return new VBox(label, arrow);
    }

    private static String mark(Line line) {
        return switch (line.state()) {
            case HOLDS -> "✔";
            case FAILS -> "✖";
            case WAITS -> "–";
            case OVERRIDDEN -> "▲";
            case NOT_APPLICABLE -> "·";
        };
    }

    private static String style(Line line) {
        return switch (line.state()) {
            case HOLDS -> "good";
            case FAILS -> "bad";
            case WAITS, NOT_APPLICABLE -> "wait";
            case OVERRIDDEN -> "next";
        };
    }
}
