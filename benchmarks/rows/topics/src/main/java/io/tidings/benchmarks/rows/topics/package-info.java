/** Very many topics. */
@NullMarked
package io.tidings.benchmarks.rows.topics;

import org.jspecify.annotations.NullMarked;
