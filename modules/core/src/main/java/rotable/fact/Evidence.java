// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.util.Optional;

/// How a serial came into the record.
///
/// @param raw the scanned bytes in lower-case hex; absent where nothing was scanned
/// @param reason why it was typed; absent where it was scanned
public record Evidence(How how, Optional<String> raw, Optional<String> reason) {
    /// The ways a serial is captured.
    public enum How {
        SCANNED,
        TYPED,
        ELECTRONIC,
        INFERRED
    }

    /// Evidence for what nobody read, but which follows from the record.
    public static Evidence inferred() {
        return new Evidence(How.INFERRED, Optional.empty(), Optional.empty());
    }
}
