/** Javalin: SseClient on Jetty. */
@NullMarked
package io.tidings.benchmarks.rows.javalin;

import org.jspecify.annotations.NullMarked;
