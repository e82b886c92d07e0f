// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import rotable.unit.Declaration;
import rotable.unit.Order;

/// What came with a unit: customer, RMA, declared fault, condition. Enter records a field by
/// itself, so that nothing waits for a button.
final class ArrivalForm extends HBox {
    private final Consumer<Declaration> declare;

    ArrivalForm(Consumer<Declaration> declare) {
        super(10);
        this.declare = declare;
        add("customer", "Customer", v -> new Declaration(v, none(), none(), none()));
        add("rma", "RMA", v -> new Declaration(none(), v, none(), none()));
        add("fault", "Declared fault", v -> new Declaration(none(), none(), v, none()));
        add("condition", "Condition", v -> new Declaration(none(), none(), none(), v));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private void add(String id, String name, Function<Optional<String>, Declaration> said) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(9);
        field.setOnAction(
                e -> {
                    if (!field.getText().isBlank())
                        declare.accept(said.apply(Optional.of(field.getText().strip())));
                });
        var label = new Label(name);
        label.setLabelFor(field);
        getChildren().add(new VBox(2, label, field));
    }

    /// Shows what was said so far; while somebody types in a field, that field is left alone.
    void show(Order order) {
        var d = order.declared();
        fill("customer", d.customer());
        fill("rma", d.rma());
        fill("fault", d.fault());
        fill("condition", d.condition());
    }

    private void fill(String id, Optional<String> text) {
        if (lookup("#" + id) instanceof TextField field && !field.isFocused())
            field.setText(text.orElse(""));
    }
}
