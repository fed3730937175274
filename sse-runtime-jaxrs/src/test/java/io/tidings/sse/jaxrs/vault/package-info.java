/** A stream with guards, filters and roles, as the processor would write it. */
@NullMarked
package io.tidings.sse.jaxrs.vault;

import org.jspecify.annotations.NullMarked;
