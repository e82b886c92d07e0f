// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.unit;

import java.util.Optional;
import rotable.fact.RepairFact.Removed;
import rotable.journal.Stamp;

/// A removal during an order, and what became of a mismatch.
///
/// @param dispositioned the supervisor's decision on a mismatch
public record Removal(Removed fact, Optional<Signed> dispositioned, Stamp stamp) {}
