// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

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
        getChildren().addAll(result, next);
    }

    void show(BenchState state) {
        var answer = state.last();
        var text = messages.text(answer.text(), state.reference(), answer.at());
        result.setText(mark(answer.outcome()) + " " + text);
        var style = "result-" + answer.outcome().name().toLowerCase(Locale.ROOT);
        result.getStyleClass().setAll("label", "result", style);
        result.setAccessibleText(result.getText());
        next.setText(messages.next(answer.text(), state.reference(), answer.at()));
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
