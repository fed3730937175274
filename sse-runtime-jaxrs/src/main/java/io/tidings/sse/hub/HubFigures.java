package io.tidings.sse.hub;

import java.util.Map;

/**
 * What a hub has done since it began, and what it holds now. Immutable.
 *
 * @param connections open connections
 * @param topics topics that somebody reads or that have history
 * @param published events that were stored
 * @param delivered events that were handed to connections, one for each reader
 * @param dropped events that readers should have got and did not: overtaken, or their filter failed
 * @param bytesSent bytes that were handed to connections, before any compression
 * @param gaps gaps that readers were told, by their reason
 * @param disconnects connections that have ended, by reason
 * @param longestLag how many events the slowest reader is behind
 */
public record HubFigures(
    int connections,
    int topics,
    long published,
    long delivered,
    long dropped,
    long bytesSent,
    Map<String, Long> gaps,
    Map<CloseReason, Long> disconnects,
    long longestLag) {

  /** Copies the maps. */
  public HubFigures {
    gaps = Map.copyOf(gaps);
    disconnects = Map.copyOf(disconnects);
  }
}
