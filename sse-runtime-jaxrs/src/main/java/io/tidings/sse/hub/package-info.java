/**
 * The hub: streams, topics, publishers, subscriptions and their policies.
 *
 * <p>Types marked <em>for transports</em> or <em>for generated code</em> are public because their
 * callers live in another package, not because an application should call them.
 */
@NullMarked
package io.tidings.sse.hub;

import org.jspecify.annotations.NullMarked;
