/** The measuring instrument's command line. */
@NullMarked
package io.tidings.benchmarks;

import org.jspecify.annotations.NullMarked;
