// SPDX-License-Identifier: LicenseRef-Rotable
/// Check digits and check characters, each under the name its standard has for it.
@NullMarked
package rotable.checkdigit;

import org.jspecify.annotations.NullMarked;
