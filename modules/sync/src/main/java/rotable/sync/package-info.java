// SPDX-License-Identifier: LicenseRef-Rotable
/// The journal and a central PostgreSQL: the centre's schema and its keeper, and the exchange of a
/// bench with it.
@NullMarked
package rotable.sync;

import org.jspecify.annotations.NullMarked;
