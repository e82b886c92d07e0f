// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One value that a test or a step demands, with its limits.
///
/// @param unit the unit of measure as it is written, such as `mA`; empty for versions and serials
/// @param low the lowest good value, inclusive
/// @param high the highest good value, inclusive
/// @param allowed the good values of a version
public record Measure(
        String name,
        Source source,
        String unit,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        List<String> allowed) {
    public Measure {
        allowed = List.copyOf(allowed);
    }

    /// Where the value comes from.
    public enum Source {
        /// Read off an instrument and typed, or imported.
        INSTRUMENT,
        /// Counted by the bench between START and STOP, in minutes.
        TIMER,
        /// The software or firmware version that the unit reports.
        SOFTWARE,
        /// The serial that the unit itself reports; good when it is the one on its label.
        ELECTRONIC_SERIAL
    }

    /// Whether a number stands within the limits, both inclusive (criterion G09).
    public boolean holds(BigDecimal value) {
        return low.map(l -> l.compareTo(value) <= 0).orElse(true)
                && high.map(h -> h.compareTo(value) >= 0).orElse(true);
    }

    /// The limits as people write them, such as `11.76 to 12.24 V`.
    public String limits() {
        if (!allowed.isEmpty()) return String.join(" or ", allowed);
        var suffix = unit.isEmpty() ? "" : " " + unit;
        if (low.isPresent() && high.isPresent())
            return low.get().toPlainString() + " to " + high.get().toPlainString() + suffix;
        return low.map(l -> "at least " + l.toPlainString() + suffix)
                .or(() -> high.map(h -> "at most " + h.toPlainString() + suffix))
                .orElse("any value");
    }
}
