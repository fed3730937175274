/** Proofs of the history in SQLite. */
@NullMarked
package io.tidings.sse.history.sqlite;

import org.jspecify.annotations.NullMarked;
