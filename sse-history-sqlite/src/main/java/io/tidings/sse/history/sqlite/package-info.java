/** A history in one SQLite file. */
@NullMarked
package io.tidings.sse.history.sqlite;

import org.jspecify.annotations.NullMarked;
