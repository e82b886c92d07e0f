// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.ArrayList;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import rotable.bench.Answer;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.ui.kit.Css;

/// What the last scan, click or value led to, and what to do next. It stays until the next one and
/// never takes the focus.
final class ResultLine extends VBox {
    private final Messages messages;
    private final Label result = new Label();
    private final Label next = Css.label("", "result-next");

    ResultLine(Messages messages) {
        this.messages = messages;
        getStyleClass().add("result-line");
        result.setId("result");
        result.setWrapText(true);
        next.setId("next");
        next.setWrapText(true);
        getChildren().addAll(result, next);
    }

    void show(BenchState state) {
        var answer = state.last();
        var text = messages.text(answer.text(), state.reference(), answer.at());
        result.setText(mark(answer.outcome()) + " " + text);
        var style = "result-" + answer.outcome().name().toLowerCase(Locale.ROOT);
        result.getStyleClass().setAll("label", "result", style);
        result.setAccessibleText(result.getText());
        var more = several(answer) ? "   " + reasons(state) : "";
        next.setText((next(answer.text(), state) + more).strip());
    }

    private String next(Record said, BenchState state) {
        return messages.next(said, state.reference(), state.last().at());
    }

    /// Whether there are several reasons that the gate beside it does not show anyway.
    private static boolean several(Answer answer) {
        return answer.reasons().size() > 1
                && answer.reasons().stream().noneMatch(r -> r.code().matches("G\\d\\d"));
    }

    private String reasons(BenchState state) {
        var all = new ArrayList<String>();
        for (var r : state.last().reasons())
            if (!r.said().equals(state.last().text()))
                all.add(messages.text(r.said(), state.reference(), state.last().at()));
        return String.join("  ", all);
    }

    private static String mark(Answer.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "✔";
            case ALREADY -> "=";
            case ASK -> "?";
            case ATTENTION -> "▲";
            case REFUSED, PROBLEM, UNREADABLE -> "✖";
        };
    }
}
