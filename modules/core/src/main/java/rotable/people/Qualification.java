// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.people;

import java.time.LocalDate;
import rotable.identity.PartId;

/// Leave to do a kind of work on a part until a date.
///
/// @param part a part id such as `ACME/PSU-480-R3`, or `*` for every part
/// @param until the last day on which it is good
public record Qualification(Process process, String part, LocalDate until) {
    /// Kinds of work that need a qualification.
    public enum Process {
        REPAIR,
        TEST,
        INSPECT,
        RELEASE
    }

    /// Whether it is about this work on this part, whatever the date.
    public boolean covers(Process process, PartId part) {
        return this.process == process
                && (this.part.equals("*") || this.part.equals(part.toString()));
    }
}
