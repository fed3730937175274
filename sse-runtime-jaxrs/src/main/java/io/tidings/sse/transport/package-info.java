/** How a subscription's bytes leave one HTTP response. */
@NullMarked
package io.tidings.sse.transport;

import org.jspecify.annotations.NullMarked;
