// SPDX-License-Identifier: LicenseRef-Rotable
/// Everything that can be recorded, as facts in the past tense.
@NullMarked
package rotable.fact;

import org.jspecify.annotations.NullMarked;
