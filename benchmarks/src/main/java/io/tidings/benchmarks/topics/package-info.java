/** What very many topics cost. */
@NullMarked
package io.tidings.benchmarks.topics;

import org.jspecify.annotations.NullMarked;
