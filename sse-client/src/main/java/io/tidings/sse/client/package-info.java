/**
 * The client side of an event stream, to the letter of the HTML standard.
 *
 * <p>{@link io.tidings.sse.client.EventStreamParser} turns bytes into events and knows no HTTP.
 */
@NullMarked
package io.tidings.sse.client;

import org.jspecify.annotations.NullMarked;
