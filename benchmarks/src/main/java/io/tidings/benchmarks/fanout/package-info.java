/** One stream of events to many readers, end to end over loopback. */
@NullMarked
package io.tidings.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
