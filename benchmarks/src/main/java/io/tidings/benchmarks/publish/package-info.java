/** What it costs to publish, with different ways to keep what is published. */
@NullMarked
package io.tidings.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
