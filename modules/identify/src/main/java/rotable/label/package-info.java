// SPDX-License-Identifier: LicenseRef-Rotable
/// What a label says by its own format, whoever reads it: readings, errors, and the confidence in
/// them. Knows nothing of the depot's parts.
@NullMarked
package rotable.label;

import org.jspecify.annotations.NullMarked;
