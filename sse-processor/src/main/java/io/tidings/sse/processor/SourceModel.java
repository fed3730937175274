package io.tidings.sse.processor;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the payloads of an event come from when the application is asked for them.
 *
 * @param poll how often a topic with readers is asked; empty when it is not polled
 * @param onlyChanges whether an answer that equals the one before is left out
 * @param snapshot whether a reader without a usable cursor gets the answer
 */
record SourceModel(Optional<Duration> poll, boolean onlyChanges, boolean snapshot) {}
