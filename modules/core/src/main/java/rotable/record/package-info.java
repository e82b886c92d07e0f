/// The record as the rest of the program sees it: a journal to append to, and its fold to read.
@NullMarked
package rotable.record;

import org.jspecify.annotations.NullMarked;
