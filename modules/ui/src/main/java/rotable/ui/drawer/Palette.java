// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import rotable.bench.Action;
import rotable.bench.BenchState;
import rotable.bench.Messages;
import rotable.identity.UnitId;
import rotable.ui.kit.Css;
import rotable.ui.kit.Icons;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;

/// Ctrl+K and F3: whatever can be done, and units, by a few letters.
public final class Palette extends Drawer {
    private final Messages messages;
    private final ShellActions actions;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Item> list = new ListView<>();
    private Optional<BenchState> state = Optional.empty();
    private List<Item> units = List.of();
    private final Label nothing = Css.label("", Css.DIM);
    private boolean onlyUnits;

    /// @param whyNot why it can't be chosen now; empty where it can
    private record Item(
            String name, String hint, Optional<Action> icon, String whyNot, Runnable run) {
        boolean matches(String text) {
            return (name + " " + hint).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    public Palette(Messages messages, ShellActions actions) {
        super(Text.PALETTE);
        this.messages = messages;
        this.actions = actions;
        search.setId("palette-search");
        var glass = new HBox(new FontIcon("fth-search"));
        glass.setAlignment(Pos.CENTER);
        glass.setPadding(new Insets(0, 4, 0, 6));
        search.setLeft(glass);
        search.textProperty().subscribe(this::typed);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.setOnAction(e -> run(list.getSelectionModel().getSelectedItem()));
        list.setId("palette-list");
        list.setPlaceholder(nothing);
        list.setCellFactory(v -> new Cell());
        getChildren().add(search);
        body(list);
    }

    /// Opens it: on everything, or on units only.
    ///
    /// @param text what is searched for at first
    public void open(boolean find, String text) {
        onlyUnits = find;
        units = List.of();
        var prompt = find ? Text.FIND.of() : Text.PALETTE.of();
        title(find ? Text.FIND : Text.PALETTE);
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.setText(text);
        search.end();
        refresh();
        search.requestFocus();
    }

    public void show(BenchState now) {
        state = Optional.of(now);
        refresh();
    }

    private void key(KeyEvent e) {
        var index = list.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.DOWN) list.getSelectionModel().select(index + 1);
        else if (e.getCode() == KeyCode.UP) list.getSelectionModel().select(Math.max(0, index - 1));
        else return;
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        e.consume();
    }

    private void typed(String text) {
        units = List.of();
        list.getSelectionModel().clearSelection();
        refresh();
        if (text.strip().length() < 2) return;
        actions.find(
                text,
                found -> {
                    if (!search.getText().equals(text)) return;
                    units = found.stream().map(this::unit).toList();
                    refresh();
                });
    }

    private Item unit(UnitId id) {
        return new Item(
                id.serial(), id.part().number(), Optional.empty(), "", () -> actions.open(id));
    }

    private void refresh() {
        if (state.isEmpty()) return;
        var text =
                search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        nothing.setText((text.length() < 2 ? Text.TYPE_TWO : Text.NOTHING_FOUND).of());
        var items = new ArrayList<Item>();
        if (!onlyUnits)
            items.addAll(commands(state.get()).stream().filter(i -> i.matches(text)).toList());
        items.addAll(units);
        var chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(items);
        list.getSelectionModel().select(again(items, chosen));
    }

    /// What was chosen stays chosen while it is still there.
    private static int again(List<Item> items, @Nullable Item chosen) {
        for (int i = 0; i < items.size(); i++)
            if (chosen != null && items.get(i).name().equals(chosen.name())) return i;
        return 0;
    }

    private List<Item> commands(BenchState s) {
        var items = new ArrayList<Item>();
        for (var action : Action.values()) {
            var why = action.whyNot(s).map(w -> messages.text(w, s.reference(), s.last().at()));
            var name = messages.word("Action." + action.name());
            if (!action.takesCode())
                items.add(item(action, name, why.orElse(""), Optional.empty()));
            for (var code :
                    action.codes().map(k -> List.copyOf(s.reference().codes(k))).orElse(List.of()))
                items.add(
                        item(
                                action,
                                name + ": " + code.text(),
                                why.orElse(""),
                                Optional.of(code.code())));
        }
        return items;
    }

    private Item item(Action action, String name, String whyNot, Optional<String> code) {
        var card = "RT:" + action.name() + code.map(c -> ":" + c).orElse("");
        var key = action.key().replace("Shortcut", "Ctrl");
        var run = (Runnable) () -> actions.command(action.name(), code);
        return new Item(name, card + "   " + key, Optional.of(action), whyNot, run);
    }

    private void run(@Nullable Item item) {
        if (item != null && item.whyNot().isEmpty()) item.run().run();
    }

    /// A line of the palette: icon, name, card and key; or why it can't be done now.
    private final class Cell extends ListCell<Item> {
        Cell() {
            setOnMouseClicked(e -> run(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : line(item));
        }

        private Node line(Item item) {
            var name = new Label(item.name());
            item.icon().ifPresent(a -> name.setGraphic(Icons.of(a)));
            name.setDisable(!item.whyNot().isEmpty());
            var hint = item.whyNot().isEmpty() ? item.hint() : item.whyNot();
            var row = new HBox(12, name, Css.space(), Css.label(hint, Css.DIM));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
