// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import rotable.bench.Answer;
import rotable.ui.kit.Css;

/// The edge of the window lights up in the colour of the outcome, to be seen from the corner of an
/// eye.
final class Flash extends Region {
    private static final Duration LASTS = Duration.millis(600);

    private final FadeTransition fade = new FadeTransition(LASTS, this);
    private long shown;

    Flash() {
        setId("flash");
        setMouseTransparent(true);
        setOpacity(0);
        getStyleClass().add(Css.FLASH);
        fade.setFromValue(1);
        fade.setToValue(0);
    }

    /// Lights up, once an answer; returns whether it did.
    boolean show(Answer answer) {
        if (answer.n() == shown) return false;
        shown = answer.n();
        var style = "flash-" + answer.outcome().name().toLowerCase(Locale.ROOT);
        getStyleClass().setAll(Css.FLASH, style);
        fade.playFromStart();
        return true;
    }
}
