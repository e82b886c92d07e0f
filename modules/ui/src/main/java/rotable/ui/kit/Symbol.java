// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import uk.org.okapibarcode.backend.DataMatrix;

/// A Data Matrix on the screen, black on white whatever the theme, so that a scanner reads it off.
public final class Symbol extends Pane {
    private static final double QUIET = 4;

    private Symbol() {}

    /// @param module the size of one square, in pixels; 3 can be scanned from a hand's breadth
    public static Symbol of(String text, double module) {
        var matrix = new DataMatrix();
        matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
        matrix.setContent(text);
        var symbol = new Symbol();
        var quiet = QUIET * module;
        var width = matrix.getWidth() * module + 2 * quiet;
        var height = matrix.getHeight() * module + 2 * quiet;
        symbol.getChildren().add(new Rectangle(width, height, Color.WHITE));
        for (var r : matrix.getRectangles())
            symbol.getChildren()
                    .add(
                            new Rectangle(
                                    quiet + r.x * module,
                                    quiet + r.y * module,
                                    r.width * module,
                                    r.height * module));
        symbol.setMinSize(width, height);
        symbol.setMaxSize(width, height);
        symbol.setAccessibleText(text);
        return symbol;
    }
}
