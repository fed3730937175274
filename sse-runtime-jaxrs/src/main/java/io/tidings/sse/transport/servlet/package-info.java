/** The way out of servlet containers: their own non-blocking output. */
@NullMarked
package io.tidings.sse.transport.servlet;

import org.jspecify.annotations.NullMarked;
