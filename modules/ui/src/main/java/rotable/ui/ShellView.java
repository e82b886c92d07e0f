// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import rotable.bench.Answer;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.bench.Pending;
import rotable.fact.ReferenceFact.CodePublished.Kind;

/// The window's frame: top bar, scan bar, the current screen, the gate, the result line.
public final class ShellView extends BorderPane {
    private final ShellActions actions;
    private final Messages messages = new Messages(Locale.ROOT);
    private final Label who = new Label();
    private final Label sync = new Label();
    private final Label expects = new Label();
    private final TextField entry = new TextField();
    private final PasswordField pin = new PasswordField();
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Label result = new Label();
    private final Label next = new Label();
    private final UnitView unit;
    private final BenchView bench;
    private final GatePanel gate;
    private final StackPane screen = new StackPane();

    public ShellView(ShellActions actions, boolean training) {
        this.actions = actions;
        unit = new UnitView(messages, actions::declare);
        gate = new GatePanel(messages);
        bench = new BenchView(actions::open);
        setTop(new VBox(topBar(training), scanBar(), buttonBar()));
        screen.setPadding(new Insets(14));
        setCenter(screen);
        BorderPane.setMargin(gate, new Insets(14, 14, 14, 0));
        setRight(gate);
        setBottom(resultLine());
    }

    private HBox topBar(boolean training) {
        var brand = new Label(training ? "ROTABLE  TRAINING" : "ROTABLE");
        brand.getStyleClass().add("brand");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var theme = new Button("◐");
        theme.setAccessibleText("Light or dark");
        theme.setFocusTraversable(false);
        theme.setOnAction(e -> actions.switchTheme());
        var bar = new HBox(brand, space, sync, who, theme);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private HBox scanBar() {
        var word = new Label("SCAN ▌");
        word.getStyleClass().add("scan-word");
        expects.getStyleClass().add("expects");
        expects.setId("expects");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        entry.setId("entry");
        entry.setPrefColumnCount(22);
        entry.setOnAction(
                e -> {
                    actions.typed(entry.getText());
                    entry.clear();
                });
        pin.setId("pin");
        pin.setPromptText("PIN");
        pin.setAccessibleText("PIN");
        pin.setOnAction(
                e -> {
                    actions.pin(pin.getText().toCharArray());
                    pin.clear();
                });
        var bar = new HBox(word, expects, space, entry, pin);
        bar.getStyleClass().add("scan-bar");
        return bar;
    }

    private FlowPane buttonBar() {
        buttons.setPadding(new Insets(8, 14, 0, 14));
        return buttons;
    }

    private VBox resultLine() {
        result.setId("result");
        result.setWrapText(true);
        next.getStyleClass().add("result-next");
        var line = new VBox(result, next);
        line.getStyleClass().add("result-line");
        return line;
    }

    /// Shows a state of the bench.
    public void show(BenchState state) {
        who.setText(
                "Bench "
                        + state.bench()
                        + "    "
                        + state.person().map(p -> p.name()).orElse("nobody signed in"));
        sync.setText("● on this bench only, " + state.waiting() + " entries");
        expects.setText("expects: " + String.join(" · ", state.expects()));
        var inHand =
                state.person().isPresent() ? state.hand() : Optional.<rotable.unit.Unit>empty();
        inHand.ifPresentOrElse(u -> unit.show(u, state), () -> bench.show(state));
        screen.getChildren().setAll(inHand.isPresent() ? unit : bench);
        gate.show(state);
        if (inHand.isEmpty()) gate.setVisible(false);
        fields(state);
        buttons(state);
        result(state);
    }

    private void fields(BenchState state) {
        var asksPin = state.pending() instanceof Pending.Signature s && s.signer().isPresent();
        pin.setVisible(asksPin);
        pin.setManaged(asksPin);
        entry.setVisible(!asksPin);
        entry.setManaged(!asksPin);
        entry.setPromptText(prompt(state));
        if (asksPin) pin.requestFocus();
        else entry.requestFocus();
    }

    private static String prompt(BenchState state) {
        if (state.pending() instanceof Pending.Reason) return "reason";
        if (state.expects().contains("value")) return "value with its unit";
        return "serial, and why it is typed";
    }

    private void buttons(BenchState state) {
        buttons.getChildren().clear();
        for (var c : state.last().choices())
            button(c.key() + "  " + text(state, c.text()), c.key(), Optional.empty());
        for (var card : state.expects())
            if (card.startsWith("RT:") && card.indexOf('–') < 0) card(state, card.substring(3));
        if (state.person().isPresent() && state.hand().isPresent()) {
            button(name("WHY"), "WHY", Optional.empty());
            button(name("PARK"), "PARK", Optional.empty());
            button(name("HOLD"), "HOLD", Optional.empty());
            button(name("UNDO"), "UNDO", Optional.empty());
        }
    }

    private void card(BenchState state, String verb) {
        if (verb.equals("F:…")) codes(state, Kind.FAULT, "F");
        else if (verb.equals("R:…")) codes(state, Kind.REASON, "R");
        else button(name(verb), verb, Optional.empty());
    }

    private String name(String verb) {
        return messages.word("Action." + verb);
    }

    private void codes(BenchState state, Kind kind, String verb) {
        for (var c : state.reference().codes(kind)) button(c.text(), verb, Optional.of(c.code()));
    }

    private void button(String text, String verb, Optional<String> argument) {
        var shown =
                buttons.getChildren().stream()
                        .anyMatch(n -> n instanceof Button b && b.getText().equals(text));
        if (shown) return;
        var button = new Button(text);
        button.getStyleClass().add(Css.ACTION);
        button.setFocusTraversable(true);
        button.setOnAction(e -> actions.command(verb, argument));
        buttons.getChildren().add(button);
    }

    private String text(BenchState state, Record said) {
        return messages.text(said, state.reference(), state.last().at());
    }

    private void result(BenchState state) {
        var answer = state.last();
        result.setText(mark(answer.outcome()) + " " + text(state, answer.text()));
        result.getStyleClass()
                .setAll(
                        "label",
                        "result",
                        "result-" + answer.outcome().name().toLowerCase(Locale.ROOT));
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
