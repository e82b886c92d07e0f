/// Classes that break the rules of the architecture on purpose: each rule must trip over its own.
@NullMarked
package offenders;

import org.jspecify.annotations.NullMarked;
