// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.bench.BenchState;
import rotable.identity.UnitId;
import rotable.ui.kit.Css;
import rotable.ui.kit.ShellActions;
import rotable.ui.kit.Text;
import rotable.unit.Declaration;
import rotable.unit.Order;
import rotable.unit.Unit;

/// What came with a unit: customer, RMA, declared fault, condition. A field is recorded by Enter,
/// and when it is left, so that nothing waits for a button; what is still being typed is kept.
final class ArrivalForm extends HBox {
    private final ShellActions actions;
    private Optional<UnitId> unit = Optional.empty();
    private final Map<String, String> recorded = new HashMap<>();
    private boolean showing;
    private boolean changed;

    ArrivalForm(ShellActions actions) {
        super(10);
        this.actions = actions;
        add("customer", Text.CUSTOMER, v -> new Declaration(v, none(), none(), none()));
        add("rma", Text.RMA, v -> new Declaration(none(), v, none(), none()));
        add("fault", Text.DECLARED_FAULT, v -> new Declaration(none(), none(), v, none()));
        add("condition", Text.CONDITION, v -> new Declaration(none(), none(), none(), v));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private void add(String id, Text name, Function<Optional<String>, Declaration> said) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name.of());
        field.setPrefColumnCount(9);
        // Whoever pressed Enter is done with it: leaving it records it.
        field.setOnAction(e -> requestFocus());
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) enter(id, field, said);
                        });
        field.textProperty()
                .subscribe(
                        text -> {
                            if (!showing) unit.ifPresent(u -> actions.draft(u, id, text));
                        });
        var label = Css.label(name.of());
        label.setLabelFor(field);
        getChildren().add(new VBox(2, label, field));
    }

    private void enter(String id, TextField field, Function<Optional<String>, Declaration> said) {
        var text = field.getText().strip();
        if (unit.isEmpty() || text.isEmpty() || text.equals(recorded.get(id))) return;
        recorded.put(id, text);
        actions.declare(unit.get(), id, said.apply(Optional.of(text)));
    }

    /// Shows what was said so far, or what is half typed; while somebody types in a field, that
    /// field is left alone.
    void show(Order order, BenchState state) {
        var d = order.declared();
        changed = !state.hand().map(Unit::id).equals(unit);
        unit = state.hand().map(Unit::id);
        fill("customer", d.customer(), state);
        fill("rma", d.rma(), state);
        fill("fault", d.fault(), state);
        fill("condition", d.condition(), state);
    }

    private void fill(String id, Optional<String> said, BenchState state) {
        if (!(lookup("#" + id) instanceof TextField field) || (field.isFocused() && !changed))
            return;
        recorded.put(id, said.orElse(""));
        showing = true;
        field.setText(state.drafts().getOrDefault(id, said.orElse("")));
        showing = false;
    }
}
