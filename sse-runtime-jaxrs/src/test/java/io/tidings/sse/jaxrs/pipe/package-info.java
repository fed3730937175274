/** A stream for tests of transports. */
@NullMarked
package io.tidings.sse.jaxrs.pipe;

import org.jspecify.annotations.NullMarked;
