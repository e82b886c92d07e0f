// SPDX-License-Identifier: LicenseRef-Rotable
/// The supervisor's desk: what waits for a decision.
@NullMarked
package rotable.ui.desk;

import org.jspecify.annotations.NullMarked;
