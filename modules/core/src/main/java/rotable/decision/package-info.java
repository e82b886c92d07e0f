// SPDX-License-Identifier: LicenseRef-Rotable
/// Who may do what, when: intents in, facts or all objections out.
@NullMarked
package rotable.decision;

import org.jspecify.annotations.NullMarked;
