/** The physical limit: ready bytes, written by one thread to bare sockets. */
@NullMarked
package io.tidings.benchmarks.rows.limit;

import org.jspecify.annotations.NullMarked;
