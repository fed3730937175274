/** What an idle reader costs. */
@NullMarked
package io.tidings.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
