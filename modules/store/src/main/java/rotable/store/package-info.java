/// The record on disk: Derby through MyBatis, and the mirror file beside it.
@NullMarked
package rotable.store;

import org.jspecify.annotations.NullMarked;
