/** The way out of Grizzly: the connection, below its filters. */
@NullMarked
package io.tidings.sse.transport.grizzly;

import org.jspecify.annotations.NullMarked;
