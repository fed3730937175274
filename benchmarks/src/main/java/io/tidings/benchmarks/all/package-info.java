/** Everything in one run. */
@NullMarked
package io.tidings.benchmarks.all;

import org.jspecify.annotations.NullMarked;
