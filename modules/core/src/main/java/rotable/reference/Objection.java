// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import rotable.fact.ReferenceFact;

/// Why a publication can't be made.
///
/// @param about the fact that is wrong
public record Objection(ReferenceFact about, String why) {}
