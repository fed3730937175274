/** A stream for tests of limits. */
@NullMarked
package io.tidings.sse.jaxrs.crowd;

import org.jspecify.annotations.NullMarked;
