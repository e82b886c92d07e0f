/// The keyboard wedge: scans that arrive as keys.
@NullMarked
package rotable.ui.wedge;

import org.jspecify.annotations.NullMarked;
