/** Our stream on Grizzly, by the way out that is chosen there. */
@NullMarked
package io.tidings.benchmarks.rows.grizzly;

import org.jspecify.annotations.NullMarked;
