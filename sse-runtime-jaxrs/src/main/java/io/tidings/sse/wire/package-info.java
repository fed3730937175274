/** The event stream format: the only place that writes it. */
@NullMarked
package io.tidings.sse.wire;

import org.jspecify.annotations.NullMarked;
