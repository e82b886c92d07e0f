// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import javafx.scene.control.Label;
import rotable.release.Status;

/// What a unit is: icon, word and colour, in this order of importance.
public final class StatusChip extends Label {
    public StatusChip() {
        getStyleClass().add(Css.CHIP);
    }

    public void show(Status status) {
        setText(icon(status) + " " + status.name().replace('_', ' '));
        getStyleClass().setAll("label", Css.CHIP, style(status));
    }

    private static String icon(Status s) {
        return switch (s) {
            case RELEASED, SHIPPED, INSTALLED -> "✔";
            case IN_WORK -> "▶";
            case ON_HOLD -> "■";
            case RELEASE_VOID, SCRAPPED, BER -> "✖";
            case UNKNOWN, SUSPECT, UNREPAIRED, EXCHANGED -> "▲";
            case KNOWN, WAITING, REMOVED -> "…";
        };
    }

    private static String style(Status s) {
        return switch (s) {
            case RELEASED, SHIPPED, INSTALLED -> "chip-released";
            case IN_WORK -> "chip-work";
            case ON_HOLD -> "chip-hold";
            case RELEASE_VOID, SCRAPPED, BER -> "chip-failed";
            case UNKNOWN, SUSPECT, UNREPAIRED, EXCHANGED -> "chip-attention";
            case KNOWN, WAITING, REMOVED -> "chip-waiting";
        };
    }
}
