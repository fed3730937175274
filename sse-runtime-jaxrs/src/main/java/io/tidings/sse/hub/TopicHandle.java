package io.tidings.sse.hub;

import java.util.Optional;

/** One topic of a stream, to look at and to end. Safe for any thread. */
public interface TopicHandle {

  /**
   * How many open connections read it.
   *
   * @return the number of this moment
   */
  int subscriberCount();

  /**
   * The id of its newest event, if it has had one that the hub still knows of.
   *
   * @return the id
   */
  Optional<String> lastEventId();

  /**
   * Ends it: readers get the rest of its history, an {@code sse-end} event, and a clean end once
   * all their topics have ended. A later call changes nothing.
   */
  void complete();

  /** Ends every connection that reads it; clients that are not told otherwise come back. */
  void disconnectAll();

  /**
   * Ends every connection that reads it, for this reason.
   *
   * @param reason what listeners and metrics are told
   */
  void disconnectAll(CloseReason reason);
}
