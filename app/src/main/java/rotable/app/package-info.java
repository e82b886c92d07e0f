/// The program: its command line, its wiring, the bench in a terminal.
@NullMarked
package rotable.app;

import org.jspecify.annotations.NullMarked;
