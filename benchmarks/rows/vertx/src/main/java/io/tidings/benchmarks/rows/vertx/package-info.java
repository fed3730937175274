/** Vert.x: chunked responses, written on their event loops. */
@NullMarked
package io.tidings.benchmarks.rows.vertx;

import org.jspecify.annotations.NullMarked;
