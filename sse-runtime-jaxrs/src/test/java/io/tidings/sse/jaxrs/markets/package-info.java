/** Streams as the processor would generate them, written by hand. */
@NullMarked
package io.tidings.sse.jaxrs.markets;

import org.jspecify.annotations.NullMarked;
