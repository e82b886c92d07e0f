// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;
import rotable.bench.Action;

/// The icons of the actions.
public final class Icons {
    private Icons() {}

    public static Node of(Action action) {
        return new FontIcon(action.icon());
    }
}
