// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names of style classes, and the few nodes that are made again and again.
public final class Css {
    public static final String DIM = "dim";
    public static final String CARD = "card";
    public static final String SERIAL = "serial";
    public static final String PART = "part";
    public static final String TITLE = "title";
    public static final String CHIP = "chip";
    public static final String STAGE = "stage";
    public static final String STAGE_NOW = "stage-now";
    public static final String GATE_FIRST = "gate-first";
    public static final String NEXT = "next";
    public static final String ACTION = "action";
    public static final String ROW = "list-row";
    public static final String BIG = "big";
    public static final String MONO = "mono";
    public static final String ALERT = "alert";
    public static final String DRAWER = "drawer";
    public static final String BAD = "bad";
    public static final String FLASH = "flash";
    public static final String GOOD = "good";

    private Css() {}

    /// A label in a style.
    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Scrolls upwards and downwards what has no room, and looks like it does not.
    public static ScrollPane scroll(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    /// Takes all the room that is left in a row.
    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
