// SPDX-License-Identifier: LicenseRef-Rotable
/// A whole depot in one thread: journal, fold and exchange as they are, and everything around them
/// that can go wrong, from a seed.
@NullMarked
package rotable.simulator;

import org.jspecify.annotations.NullMarked;
