// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.List;
import java.util.Optional;
import rotable.identity.Child;
import rotable.identity.PositionId;
import rotable.journal.Stamp;

/// Something that changed a unit's configuration during an order.
///
/// @param position where, for removals and installs
/// @param child what was removed or installed, where it is known
/// @param stated whether a supervisor stated it to settle a case, which nobody worked for
/// @param affects the tests it makes stale where the fact itself says so; absent leaves it to the
///   part, or means all
public record Change(
        Kind kind,
        Optional<PositionId> position,
        Optional<Child> child,
        Optional<List<String>> affects,
        String text,
        boolean stated,
        Stamp stamp) {
    /// In words, such as `FAN-KIT at A2`.
    public String described() {
        return position.map(p -> (text + " at " + p).strip()).orElse(text);
    }

    /// What kinds of change there are.
    public enum Kind {
        REMOVED,
        INSTALLED,
        LEFT_OPEN,
        ACTION
    }
}
