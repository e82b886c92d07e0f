@NullMarked
package rotable.ui.kit;

import org.jspecify.annotations.NullMarked;
