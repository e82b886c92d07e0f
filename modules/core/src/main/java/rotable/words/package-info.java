/// What the program says, as values: each becomes a sentence and a next step in the messages.
@NullMarked
package rotable.words;

import org.jspecify.annotations.NullMarked;
