/** What every history must do, and the simplest one that does it. */
@NullMarked
package io.tidings.sse.history;

import org.jspecify.annotations.NullMarked;
