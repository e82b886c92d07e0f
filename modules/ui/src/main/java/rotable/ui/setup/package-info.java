/// The setup: trying out makers' format rules, testing scanners.
@NullMarked
package rotable.ui.setup;

import org.jspecify.annotations.NullMarked;
