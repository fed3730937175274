package io.tidings.sse.log;

import io.tidings.sse.wire.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A frame on its way into a log.
 *
 * @param frame the event
 * @param sequence its place in the stream's order
 * @param nanos when it was published, on a clock that only rises
 * @param audience the one principal that may read it; null for everyone
 */
public record Entry(Frame frame, long sequence, long nanos, @Nullable String audience) {}
