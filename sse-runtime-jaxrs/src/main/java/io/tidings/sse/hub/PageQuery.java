package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a topic's history is wanted: what follows a sequence, or only the newest of it.
 *
 * @param newest how many at most, counted from the end; no limit after the first page
 * @param audience the reader's principal, if it matters; null when there is none, or no limit
 */
record PageQuery(
    HubStream stream, String topic, long after, ReplayLimit newest, @Nullable String audience) {

  static PageQuery after(HubStream stream, String topic, long after) {
    return new PageQuery(stream, topic, after, ReplayLimit.NONE, null);
  }

  boolean isLimited() {
    return !newest.equals(ReplayLimit.NONE);
  }
}
