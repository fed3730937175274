/** The broadcaster of Jakarta REST, whoever implements it. */
@NullMarked
package io.tidings.benchmarks.rows.broadcast;

import org.jspecify.annotations.NullMarked;
