/// What the figures in `docs/performance.md` are measured with.
@NullMarked
package rotable.benchmarks;

import org.jspecify.annotations.NullMarked;
