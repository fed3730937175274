/** A server with a history in a file, to which many readers come back at once. */
@NullMarked
package io.tidings.benchmarks.rows.resume;

import org.jspecify.annotations.NullMarked;
