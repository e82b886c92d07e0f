// SPDX-License-Identifier: LicenseRef-Rotable
/// The formats of makers' own labels, as the depot's reference data describe them.
@NullMarked
package rotable.format;

import org.jspecify.annotations.NullMarked;
