/** Runs the proofs of continuity. */
@NullMarked
package io.tidings.benchmarks.rows.continuity;

import org.jspecify.annotations.NullMarked;
