// SPDX-License-Identifier: LicenseRef-Rotable
/// How a bench's journal and the depot's centre exchange entries: the ports on both sides.
@NullMarked
package rotable.exchange;

import org.jspecify.annotations.NullMarked;
