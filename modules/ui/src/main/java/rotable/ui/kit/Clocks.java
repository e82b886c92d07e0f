// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.time.Duration;

/// A clock that is off, in words.
public final class Clocks {
    private Clocks() {}

    /// @param ahead by how much it is fast, or slow where that is negative
    public static String off(Duration ahead) {
        var by = ahead.abs();
        var text = ahead.isNegative() ? Text.CLOCK_BEHIND : Text.CLOCK_AHEAD;
        return text.of(by.toHours(), by.toMinutesPart());
    }
}
