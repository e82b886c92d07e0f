// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import rotable.bench.Messages;
import rotable.release.Stage;
import rotable.ui.kit.Css;

/// The stages of an order, the present one marked.
final class StageRail extends HBox {
    private final Messages messages;

    StageRail(Messages messages) {
        this.messages = messages;
    }

    void show(Stage now) {
        getChildren().clear();
        for (var s : Stage.values()) {
            if (s == Stage.NONE || s == Stage.CLOSED) continue;
            var label = Css.label(messages.word("Stage." + s.name()), Css.STAGE);
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (s == now) label.getStyleClass().add(Css.STAGE_NOW);
            getChildren().add(label);
        }
    }
}
