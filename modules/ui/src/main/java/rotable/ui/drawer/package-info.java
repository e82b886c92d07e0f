/// What is laid over a screen when it is asked for: palette, command sheet, scan log, preview.
@NullMarked
package rotable.ui.drawer;

import org.jspecify.annotations.NullMarked;
