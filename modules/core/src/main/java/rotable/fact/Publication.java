// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import java.time.LocalDate;

/// The circumstances under which reference data was published.
///
/// @param version 1 or more, growing with each publication of the same thing
public record Publication(int version, LocalDate effective, String reason) {}
