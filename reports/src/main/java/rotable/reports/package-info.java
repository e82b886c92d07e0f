/// What is printed: return-to-service labels as PDF and as ZPL.
@NullMarked
package rotable.reports;

import org.jspecify.annotations.NullMarked;
