// SPDX-License-Identifier: LicenseRef-Rotable
/// What a scanner delivers, and what it turns out to be.
@NullMarked
package rotable.scan;

import org.jspecify.annotations.NullMarked;
