/** The processes of a run: measured servers and the load client. */
@NullMarked
package io.tidings.benchmarks.process;

import org.jspecify.annotations.NullMarked;
