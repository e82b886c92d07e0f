// SPDX-License-Identifier: LicenseRef-Rotable
/// The depot's reference data, folded from what was published.
@NullMarked
package rotable.reference;

import org.jspecify.annotations.NullMarked;
