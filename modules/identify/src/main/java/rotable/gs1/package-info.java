// SPDX-License-Identifier: LicenseRef-Rotable
/// GS1 application identifiers: the table of them, and the three ways in which labels write them.
@NullMarked
package rotable.gs1;

import org.jspecify.annotations.NullMarked;
