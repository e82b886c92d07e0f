// SPDX-License-Identifier: LicenseRef-Rotable
/// What keyboard wedges and their settings do to labels, and how it is put right.
@NullMarked
package rotable.damage;

import org.jspecify.annotations.NullMarked;
