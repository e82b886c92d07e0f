// SPDX-License-Identifier: LicenseRef-Rotable
/// Who works here: roles, qualifications, badges.
@NullMarked
package rotable.people;

import org.jspecify.annotations.NullMarked;
