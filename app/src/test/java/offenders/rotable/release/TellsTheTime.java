// SPDX-License-Identifier: LicenseRef-Rotable
package offenders.rotable.release;

/// Core must get the time as an argument.
public final class TellsTheTime {
    public java.time.Instant now() {
        return java.time.Instant.now();
    }
}
