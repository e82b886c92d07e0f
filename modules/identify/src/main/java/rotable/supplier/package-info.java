// SPDX-License-Identifier: LicenseRef-Rotable
/// Formats of makers and distributors that follow no standard.
@NullMarked
package rotable.supplier;

import org.jspecify.annotations.NullMarked;
