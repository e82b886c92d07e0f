// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;

/// Something laid over the screen until it is closed. Work goes on beneath it: scans are taken all
/// the same.
public abstract class Drawer extends VBox {
    private final Label title;
    private Runnable onClose = () -> {};

    Drawer(Text name, Node... heads) {
        super(10);
        title = Css.label(name.of(), Css.TITLE);
        getStyleClass().add(Css.DRAWER);
        var close = new Button(Text.CLOSE.of());
        close.setOnAction(e -> onClose.run());
        var head = new HBox(12, title, Css.space());
        head.getStyleClass().add(Css.ROW);
        head.getChildren().addAll(heads);
        head.getChildren().add(close);
        getChildren().add(head);
    }

    /// What the close button does.
    public void onClose(Runnable close) {
        onClose = close;
    }

    void title(Text name) {
        title.setText(name.of());
    }

    void body(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        getChildren().add(node);
    }
}
