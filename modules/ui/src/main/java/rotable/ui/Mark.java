// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing of the bench in the bar at the top: its picture alone while all is well, with a sign
/// beside it when it is not. The words stand in the tooltip: the bar has to have room for all that
/// may be amiss at once.
final class Mark extends Label {
    private static final String TROUBLE = "trouble";
    private static final String GONE = "✖";
    private static final String LOOK = "▲";

    Mark(String icon) {
        super("", new FontIcon(icon));
        setMinWidth(Region.USE_PREF_SIZE);
    }

    /// It works.
    void fine(String words) {
        show("", words);
    }

    /// It does not work.
    void gone(String words) {
        show(GONE, words);
    }

    /// It needs somebody to look after it.
    void look(String words) {
        show(LOOK, words);
    }

    private void show(String sign, String words) {
        setText(sign);
        getStyleClass().removeAll(TROUBLE);
        if (!sign.isEmpty()) getStyleClass().add(TROUBLE);
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
        shown(true);
    }

    /// Whether there is anything to be said of it.
    void shown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
