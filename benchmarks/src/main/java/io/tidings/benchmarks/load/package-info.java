/** The load client: many readers in one process, cheap enough not to be the bottleneck. */
@NullMarked
package io.tidings.benchmarks.load;

import org.jspecify.annotations.NullMarked;
