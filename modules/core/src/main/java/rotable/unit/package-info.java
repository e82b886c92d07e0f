// SPDX-License-Identifier: LicenseRef-Rotable
/// One unit as its entries tell it: orders, structure, evidence, holds.
@NullMarked
package rotable.unit;

import org.jspecify.annotations.NullMarked;
