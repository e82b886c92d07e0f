// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The looks of the window: light or dark.
public enum Theme {
    LIGHT,
    DARK;

    /// Dresses a scene.
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                this == LIGHT
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        file(this == LIGHT ? "light.css" : "dark.css"),
                        file("controlsfx.css"),
                        file("rotable.css"));
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Loads the fonts that come with the program.
    public static void loadFonts() {
        for (var name :
                new String[] {
                    "RobotoMono_400Regular",
                    "RobotoMono_700Bold",
                    "Inter_400Regular",
                    "Inter_700Bold"
                }) Font.loadFont(file("fonts/" + name + ".ttf"), 15);
    }

    private static String file(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/rotable/ui/" + name), name)
                .toExternalForm();
    }
}
