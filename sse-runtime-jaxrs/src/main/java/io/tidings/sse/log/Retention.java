package io.tidings.sse.log;

/**
 * How much of a log is kept: history for readers to come, and a window for readers that lag.
 *
 * @param events the most events of history
 * @param bytes the most bytes of history
 * @param nanos how long history is kept; {@link Long#MAX_VALUE} for ever
 * @param lagEvents how many events a live reader may always be behind
 * @param lagBytes how many bytes a live reader may always be behind
 */
public record Retention(int events, long bytes, long nanos, int lagEvents, long lagBytes) {}
