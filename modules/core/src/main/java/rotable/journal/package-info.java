// SPDX-License-Identifier: LicenseRef-Rotable
/// The record: entries as canonical lines, each bound to the one before by its hash.
@NullMarked
package rotable.journal;

import org.jspecify.annotations.NullMarked;
