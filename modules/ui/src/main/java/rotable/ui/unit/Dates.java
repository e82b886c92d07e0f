// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.unit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import rotable.bench.BenchState;

/// Times as they stand in lists: in the depot's zone, to the minute.
final class Dates {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Dates() {}

    static String time(Instant at, BenchState state) {
        return at.atZone(state.reference().zone()).format(MINUTE);
    }
}
