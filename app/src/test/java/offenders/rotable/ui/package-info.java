/// Known offenders against the rules for `ui`.
@NullMarked
package offenders.rotable.ui;

import org.jspecify.annotations.NullMarked;
