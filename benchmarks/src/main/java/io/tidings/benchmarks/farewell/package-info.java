/** When a server notices that readers have left. */
@NullMarked
package io.tidings.benchmarks.farewell;

import org.jspecify.annotations.NullMarked;
