/** Jersey's own way: SseBroadcaster on Grizzly. */
@NullMarked
package io.tidings.benchmarks.rows.jersey;

import org.jspecify.annotations.NullMarked;
