// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import rotable.bench.Action;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.ui.kit.Css;
import rotable.ui.kit.Icons;
import rotable.ui.kit.ShellActions;

/// Buttons for what can be done now: the choices that were offered, what a scan would do, and what
/// is always at hand. Everything else is in the palette.
final class ActionBar extends FlowPane {
    private static final List<Action> ALWAYS =
            List.of(Action.WHY, Action.PARK, Action.HOLD, Action.UNDO);

    private final Messages messages;
    private final ShellActions actions;
    private final Map<String, Button> buttons = new LinkedHashMap<>();

    ActionBar(Messages messages, ShellActions actions) {
        super(8, 8);
        this.messages = messages;
        this.actions = actions;
        setPadding(new Insets(8, 14, 0, 14));
    }

    void show(BenchState state) {
        buttons.clear();
        for (var c : state.last().choices()) {
            var text = messages.text(c.text(), state.reference(), state.last().at());
            add(c.key() + "  " + text, c.key(), Optional.empty(), Optional.empty());
        }
        for (var card : state.expects())
            if (card.startsWith("RT:") && card.indexOf('–') < 0) card(state, card.substring(3));
        for (var a : ALWAYS) if (a.whyNot(state).isEmpty()) action(a);
        getChildren().setAll(buttons.values());
    }

    private void card(BenchState state, String verb) {
        if (verb.equals("F:…")) codes(state, Kind.FAULT, Action.F);
        else if (verb.equals("A:…")) codes(state, Kind.ACTION, Action.A);
        else if (verb.equals("R:…")) codes(state, Kind.REASON, Action.R);
        else Action.of(verb).ifPresent(this::action);
    }

    private void codes(BenchState state, Kind kind, Action action) {
        for (var c : state.reference().codes(kind))
            add(c.text(), action.name(), Optional.of(c.code()), Optional.of(action));
    }

    private void action(Action action) {
        add(
                messages.word("Action." + action.name()),
                action.name(),
                Optional.empty(),
                Optional.of(action));
    }

    private void add(String text, String verb, Optional<String> code, Optional<Action> icon) {
        var button = new Button(text);
        icon.ifPresent(a -> button.setGraphic(Icons.of(a)));
        button.getStyleClass().add(Css.ACTION);
        button.setOnAction(e -> actions.command(verb, code));
        buttons.putIfAbsent(text, button);
    }
}
