/** Our stream on Undertow, by the way out that is chosen there. */
@NullMarked
package io.tidings.benchmarks.rows.undertow;

import org.jspecify.annotations.NullMarked;
