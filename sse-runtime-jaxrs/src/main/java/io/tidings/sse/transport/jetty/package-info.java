/** The way out of Jetty: the connection itself, handed over as for a WebSocket. */
@NullMarked
package io.tidings.sse.transport.jetty;

import org.jspecify.annotations.NullMarked;
