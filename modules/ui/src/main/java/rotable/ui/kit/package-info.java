/// What all screens share: looks, words, symbols, what can be asked.
@NullMarked
package rotable.ui.kit;

import org.jspecify.annotations.NullMarked;
