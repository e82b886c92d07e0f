// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Instant;

/// How the exchange with the depot's centre is.
public sealed interface Link {
    /// The bench has no centre.
    record None() implements Link {}

    /// Not tried yet since the program began.
    record Connecting() implements Link {}

    /// Much is to be taken in, as at a new bench; it may be cut off at any time and goes on there.
    ///
    /// @param entries how many are here
    /// @param of how many there are
    record CatchingUp(long entries, long of) implements Link {
        /// How much of all is here, 0 to 100.
        public int percent() {
            return of == 0 ? 100 : (int) Math.min(100, entries * 100 / of);
        }
    }

    /// Everything that others sent is here.
    ///
    /// @param at when that was found last
    record InStep(Instant at) implements Link {}

    /// The centre can't be reached; it is tried again by itself.
    record Offline(Instant since, String why) implements Link {}

    /// Trying again does not help; somebody must look into it.
    record Stopped(Instant since, String why) implements Link {}
}
