// SPDX-License-Identifier: LicenseRef-Rotable
/// The message envelope of ISO/IEC 15434, its data identifiers and text elements, and the unique
/// item identifier of MIL-STD-130 that they make up.
@NullMarked
package rotable.iso15434;

import org.jspecify.annotations.NullMarked;
