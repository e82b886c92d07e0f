// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/// Columns of tables.
public final class Columns {
    /// No column is kept wider than that, in pixels.
    private static final double WIDEST = 150;

    private Columns() {}

    /// A column of text.
    ///
    /// @param width its preferred width in pixels
    public static <R> TableColumn<R, String> text(
            Text name, Function<R, String> text, double width) {
        var column = new TableColumn<R, String>(name.of());
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, WIDEST));
        return column;
    }
}
