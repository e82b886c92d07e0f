/// One bench at work: what a scan means in its moment, what is pending, what is said.
@NullMarked
package rotable.bench;

import org.jspecify.annotations.NullMarked;
