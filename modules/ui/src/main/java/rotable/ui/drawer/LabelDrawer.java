// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.drawer;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import rotable.ui.kit.Css;
import rotable.ui.kit.Text;

/// F8: the label of the unit in hand, as the printer has it.
public final class LabelDrawer extends Drawer {
    private final StackPane page = new StackPane();

    public LabelDrawer() {
        super(Text.LABEL_PREVIEW);
        page.getStyleClass().add("page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        body(scroll);
    }

    /// @param png the picture of the label; empty while there is none
    public void show(Optional<byte[]> png) {
        if (png.isEmpty()) {
            page.getChildren().setAll(Css.label(Text.NO_LABEL.of(), Css.PART));
            return;
        }
        var view = new ImageView(new Image(new ByteArrayInputStream(png.get())));
        view.setId("label-picture");
        view.setPreserveRatio(true);
        view.setFitWidth(540);
        page.getChildren().setAll(view);
    }
}
