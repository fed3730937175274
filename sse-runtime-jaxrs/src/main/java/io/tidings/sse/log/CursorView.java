package io.tidings.sse.log;

import org.jspecify.annotations.Nullable;

/**
 * How one reader sees a log.
 *
 * @param labelled whether event types carry their topic
 * @param audience the principal whose own events it sees besides everyone's; null for none
 */
public record CursorView(boolean labelled, @Nullable String audience) {

  private static final CursorView PLAIN = new CursorView(false, null);
  private static final CursorView LABELLED = new CursorView(true, null);

  /**
   * A view; the same for all readers that see only what is for everyone.
   *
   * @param labelled whether event types carry their topic
   * @param audience the principal; null for none
   * @return a view
   */
  public static CursorView of(boolean labelled, @Nullable String audience) {
    if (audience != null) {
      return new CursorView(labelled, audience);
    }
    return labelled ? LABELLED : PLAIN;
  }

  boolean sees(@Nullable String frameAudience) {
    return frameAudience == null || frameAudience.equals(audience);
  }
}
