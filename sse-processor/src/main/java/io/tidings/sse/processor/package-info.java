/**
 * Reads {@code @SseStream} interfaces, checks them, and writes the classes around them.
 *
 * <p>Readers turn elements into a model of records and report every broken rule; writers turn the
 * model into source. Only readers touch {@code Elements} and {@code Types}, only writers JavaPoet.
 */
@NullMarked
package io.tidings.sse.processor;

import org.jspecify.annotations.NullMarked;
