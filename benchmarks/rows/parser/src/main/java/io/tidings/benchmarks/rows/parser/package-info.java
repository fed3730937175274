/** Bytes to events, by our parser and by its peers. */
@NullMarked
package io.tidings.benchmarks.rows.parser;

import org.jspecify.annotations.NullMarked;
