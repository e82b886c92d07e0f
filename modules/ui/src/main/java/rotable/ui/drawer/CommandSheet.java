// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.Action;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.identify.Identifier;
import rotable.ui.kit.Css;
import rotable.ui.kit.Icons;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Symbol;
import rotable.ui.kit.Text;

/// F1: every action with its card, its key and, where it can't be asked for now, why not. The cards
/// can be scanned off the screen.
public final class CommandSheet extends Drawer {
    private static final double WIDTH = 272;

    private final Messages messages;
    private final ShellActions actions;
    private final FlowPane cards = new FlowPane(10, 10);
    private final Label saved = Css.label("", Css.DIM);

    public CommandSheet(Messages messages, ShellActions actions) {
        super(Text.SHEET);
        this.messages = messages;
        this.actions = actions;
        var save = new Button(Text.SAVE_PDF.of());
        save.setId("save-sheet");
        save.setOnAction(e -> actions.saveSheet(saved::setText));
        saved.setId("saved-sheet");
        saved.setWrapText(true);
        var head = new HBox(12, Css.label(Text.SHEET_HINT.of(), Css.DIM), Css.space(), save);
        head.getStyleClass().add(Css.ROW);
        getChildren().addAll(head, saved);
        body(Css.scroll(cards));
    }

    public void show(BenchState state) {
        cards.getChildren().clear();
        for (var action : Action.values()) cards.getChildren().add(card(action, state));
    }

    private Node card(Action action, BenchState state) {
        var whyNot = action.whyNot(state);
        var button = new Button(messages.word("Action." + action.name()), Icons.of(action));
        button.getStyleClass().add(Css.ACTION);
        button.setId("sheet-" + action.name());
        button.setDisable(whyNot.isPresent());
        button.setOnAction(e -> actions.command(action.name(), Optional.empty()));
        var facts =
                new VBox(
                        2,
                        button,
                        Css.label(action.card(), Css.MONO),
                        Css.label(action.key().replace("Shortcut", "Ctrl"), Css.DIM));
        whyNot.ifPresent(w -> facts.getChildren().add(why(w, state)));
        var row = new HBox(10, facts);
        if (!action.takesCode())
            row.getChildren().add(0, Symbol.of(Identifier.cardText(action.name()), 2.5));
        row.setPrefWidth(WIDTH);
        row.getStyleClass().add(Css.CARD);
        return row;
    }

    private Node why(Record why, BenchState state) {
        var label = Css.label(messages.text(why, state.reference(), state.last().at()), Css.DIM);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH - 100);
        return label;
    }
}
