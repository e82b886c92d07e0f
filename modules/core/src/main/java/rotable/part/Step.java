// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.util.Optional;

/// A line of a checklist.
///
/// @param measure a value that the step demands, such as a torque
/// @param tool the kind of tool whose id is recorded with it
public record Step(
        String id, Phase phase, String text, Optional<Measure> measure, Optional<String> tool) {
    /// When the step is due.
    public enum Phase {
        INTAKE,
        REPAIR
    }
}
