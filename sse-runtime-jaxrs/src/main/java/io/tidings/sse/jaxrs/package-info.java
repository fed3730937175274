/**
 * Tidings in a Jakarta REST application: the feature to register, what generated resources call,
 * and the codecs for payloads.
 */
@NullMarked
package io.tidings.sse.jaxrs;

import org.jspecify.annotations.NullMarked;
