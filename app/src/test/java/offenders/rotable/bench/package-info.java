/// Known offenders against the rules for `bench`.
@NullMarked
package offenders.rotable.bench;

import org.jspecify.annotations.NullMarked;
