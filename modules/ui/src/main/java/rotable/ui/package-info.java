/// The bench's window.
@NullMarked
package rotable.ui;

import org.jspecify.annotations.NullMarked;
