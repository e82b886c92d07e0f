/// The screen of the bench: who works, which units are open.
@NullMarked
package rotable.ui.bench;

import org.jspecify.annotations.NullMarked;
