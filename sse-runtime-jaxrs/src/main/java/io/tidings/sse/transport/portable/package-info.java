/** The way out of any Jakarta REST container: its own event sink. */
@NullMarked
package io.tidings.sse.transport.portable;

import org.jspecify.annotations.NullMarked;
