// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.util.Locale;
import rotable.bench.Answer;
import rotable.bench.BenchState;
import rotable.bench.Messages;

/// Answers for people.
final class TextAnswers implements AnswerWriter {
    private final Messages messages;

    TextAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String write(Answer a, BenchState state) {
        var r = state.reference();
        var text = new StringBuilder(mark(a.outcome()));
        text.append(' ').append(messages.text(a.text(), r, a.at()));
        arrow(text, messages.next(a.text(), r, a.at()));
        if (a.reasons().size() > 1)
            for (var reason : a.reasons()) {
                text.append("\n    ").append(reason.code()).append("  ");
                text.append(messages.text(reason.said(), r, a.at()));
                arrow(text, messages.next(reason.said(), r, a.at()));
            }
        for (var c : a.choices())
            text.append("\n    ")
                    .append(c.key())
                    .append("  ")
                    .append(messages.text(c.text(), r, a.at()));
        text.append("\n    expects ").append(String.join(" · ", state.expects()));
        return text.toString();
    }

    private static void arrow(StringBuilder text, String next) {
        if (!next.isEmpty()) text.append("  → ").append(next);
    }

    private static String mark(Answer.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "✔";
            case ALREADY -> "=";
            case REFUSED -> "✖";
            case ATTENTION -> "▲";
            case ASK -> "?";
            case PROBLEM, UNREADABLE -> "✖ " + outcome.name().toLowerCase(Locale.ROOT) + ":";
        };
    }
}
