/// Known offenders against the rules for `store`.
@NullMarked
package offenders.rotable.store;

import org.jspecify.annotations.NullMarked;
