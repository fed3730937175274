/** Values of an event stream that cannot be wrong. */
@NullMarked
package io.tidings.sse.event;

import org.jspecify.annotations.NullMarked;
