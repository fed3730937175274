/** A hub's figures for Micrometer; loaded only where Micrometer is there. */
@NullMarked
package io.tidings.sse.metrics;

import org.jspecify.annotations.NullMarked;
