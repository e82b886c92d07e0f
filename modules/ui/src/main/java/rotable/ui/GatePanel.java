// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.release.Line;

/// The return-to-service panel: every criterion, always, with its state, what decided it and the
/// next step.
final class GatePanel extends VBox {
    private final Messages messages;
    private final Label title = new Label();
    private final VBox lines = new VBox(6);

    GatePanel(Messages messages) {
        super(8);
        this.messages = messages;
        getStyleClass().add(Css.CARD);
        title.getStyleClass().add(Css.TITLE);
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        getChildren().addAll(title, scroll);
        setPrefWidth(340);
        setMinWidth(300);
    }

    void show(BenchState state) {
        setVisible(!state.gate().isEmpty());
        setManaged(!state.gate().isEmpty());
        var clear = state.gate().stream().filter(l -> !l.blocks()).count();
        title.setText("RETURN TO SERVICE   " + clear + " of " + state.gate().size());
        var nodes = new ArrayList<Node>();
        var first = true;
        for (var line : state.gate()) {
            nodes.add(line(line, state, first && line.blocks()));
            if (line.blocks()) first = false;
        }
        lines.getChildren().setAll(nodes);
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
