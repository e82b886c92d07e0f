// SPDX-License-Identifier: LicenseRef-Rotable
/// The names of things: parts, units, children, people, and the ids that a bench makes itself.
@NullMarked
package rotable.identity;

import org.jspecify.annotations.NullMarked;
