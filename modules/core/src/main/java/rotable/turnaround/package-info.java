// SPDX-License-Identifier: LicenseRef-Rotable
/// How long things took, by stage.
@NullMarked
package rotable.turnaround;

import org.jspecify.annotations.NullMarked;
