// SPDX-License-Identifier: LicenseRef-Rotable
/// The supplier label of the Health Industry Bar Code (ANSI/HIBC 2).
@NullMarked
package rotable.hibc;

import org.jspecify.annotations.NullMarked;
