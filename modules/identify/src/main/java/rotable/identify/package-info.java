/// What a scanned label says: command cards, badges, GS1, ISO 15434, serials by a part's rule.
@NullMarked
package rotable.identify;

import org.jspecify.annotations.NullMarked;
