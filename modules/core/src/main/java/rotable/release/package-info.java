// SPDX-License-Identifier: LicenseRef-Rotable
/// Return to service: every criterion, always, with the fact that decided it and the next step.
@NullMarked
package rotable.release;

import org.jspecify.annotations.NullMarked;
