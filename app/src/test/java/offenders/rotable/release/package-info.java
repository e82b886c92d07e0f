/// Known offenders against the rules for `release`.
@NullMarked
package offenders.rotable.release;

import org.jspecify.annotations.NullMarked;
