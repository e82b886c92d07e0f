/// The screen of one unit, and its gate.
@NullMarked
package rotable.ui.unit;

import org.jspecify.annotations.NullMarked;
