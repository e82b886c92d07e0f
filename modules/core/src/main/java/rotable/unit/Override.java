// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.time.Instant;
import rotable.journal.Stamp;

/// A soft criterion that a supervisor lets pass until a time.
public record Override(String criterion, String reason, String by, Instant expires, Stamp stamp) {}
