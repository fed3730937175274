/** Our stream on Jetty, by the way out that is chosen there. */
@NullMarked
package io.tidings.benchmarks.rows.jetty;

import org.jspecify.annotations.NullMarked;
