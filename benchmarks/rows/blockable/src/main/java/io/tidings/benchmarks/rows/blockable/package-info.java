/** A stream with user code wherever user code can be, any of which blocks on demand. */
@NullMarked
package io.tidings.benchmarks.rows.blockable;

import org.jspecify.annotations.NullMarked;
