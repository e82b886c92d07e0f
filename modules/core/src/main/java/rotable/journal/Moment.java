// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.Instant;
import java.util.Optional;

/// The time of an act by every clock that the bench has.
///
/// @param at the wall clock, cut to microseconds
/// @param monotonic microseconds by the process's own clock
public record Moment(
        Instant at,
        String boot,
        long monotonic,
        Optional<Long> clockOffset,
        Optional<Long> clockError) {}
