// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the window itself; what the bench says stands in its own messages.
public enum Text {
    BRAND,
    BRAND_TRAINING,
    TITLE,
    TITLE_TRAINING,
    THEME,
    SCREEN_BENCH,
    SCREEN_UNIT,
    SYNC_LOCAL,
    DISK_LOW,
    BENCH,
    NOBODY,
    SCANNER_READY,
    SCANNER_GONE,
    SCANNER_WEDGE,
    PRINTER_READY,
    PRINTER_FAILED,
    SOUND_OFF,
    SCAN,
    EXPECTS,
    ENTRY_SERIAL,
    ENTRY_VALUE,
    ENTRY_REASON,
    ENTRY_AGAIN,
    PIN,
    CLOSE,
    SCAN_BADGE,
    LOCKED,
    SAMPLE_BADGES,
    MY_WORK,
    NO_UNIT_OPEN,
    SCAN_OR_CHOOSE,
    TAKE_UP,
    TAKE_UP_UNIT,
    AGE,
    NOTHING_MISSING,
    NO_UNIT,
    NO_ORDER,
    ORDER,
    RMA,
    CUSTOMER,
    DECLARED_FAULT,
    CONDITION,
    WORK,
    STRUCTURE,
    HISTORY,
    DOCUMENTS,
    RUNNING,
    NO_WORK,
    POSITION,
    AS_RECEIVED,
    AS_MAINTAINED,
    AS_RELEASED,
    AS_ON,
    TODAY,
    NOT_READ,
    OPEN_POSITION,
    ESTABLISHED,
    WHEN,
    WHO,
    WHERE,
    HOW,
    WHAT,
    TYPED,
    SCANNED,
    READ,
    FILTER,
    NO_EFFECT,
    NO_DOCUMENTS,
    TURNAROUND,
    LABEL_OF,
    LABEL_VOID,
    PREVIEW,
    ALERT_HOLD,
    ALERT_VOID,
    ALERT_DAMAGED,
    ALERT_CALIBRATION,
    GATE,
    PALETTE,
    FIND,
    NOTHING_FOUND,
    SHEET,
    SHEET_HINT,
    SAVE_PDF,
    SAVED_AS,
    NOT_SAVED,
    SCAN_LOG,
    NO_SCANS,
    DEVICE,
    TAKEN_FOR,
    RESULT,
    LABEL_PREVIEW,
    NO_LABEL;

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("rotable.ui.ui", Locale.ROOT);

    /// The text, its holes `{0}` … filled with these.
    public String of(Object... arguments) {
        var text = WORDS.getString(name());
        return arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
