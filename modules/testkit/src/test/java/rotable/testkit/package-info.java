@NullMarked
package rotable.testkit;

import org.jspecify.annotations.NullMarked;
