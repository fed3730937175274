package io.tidings.sse.log;

import org.jspecify.annotations.Nullable;

/**
 * How one reader sees a log.
 *
 * @param labelled whether event types carry their topic
 * @param audience the principal whose own events it sees besides everyone's; null for none
 */
public record CursorView(boolean labelled, @Nullable String audience) {

  boolean sees(@Nullable String frameAudience) {
    return frameAudience == null || frameAudience.equals(audience);
  }
}
