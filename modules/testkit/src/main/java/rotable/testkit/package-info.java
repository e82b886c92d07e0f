/// What tests stand on: stories over facts, a record in memory, the contract that every record
/// keeps.
@NullMarked
package rotable.testkit;

import org.jspecify.annotations.NullMarked;
