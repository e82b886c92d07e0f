// SPDX-License-Identifier: LicenseRef-Rotable
/// What a depot knows of a part: its positions, its criteria set, its tests and the equipment they
/// need.
@NullMarked
package rotable.part;

import org.jspecify.annotations.NullMarked;
