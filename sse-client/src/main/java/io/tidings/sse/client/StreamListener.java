package io.tidings.sse.client;

import java.net.URI;

/**
 * Hears a stream. Called by the stream's own thread, one call at a time.
 *
 * <p>A call that blocks slows the server down through the socket; nothing piles up. A call that
 * throws is reported to {@link #onError} and harms nothing else.
 */
@FunctionalInterface
public interface StreamListener {

  /**
   * An event arrived.
   *
   * @param event the event
   * @throws Exception if it cannot be handled; the stream lives on
   */
  void onEvent(ReceivedEvent event) throws Exception;

  /**
   * A comment arrived.
   *
   * @param comment its text
   */
  default void onComment(String comment) {}

  /**
   * Whether comments are wanted; they cost nothing otherwise.
   *
   * @return {@code true} to get {@link #onComment} called
   */
  default boolean hearsComments() {
    return false;
  }

  /**
   * The server answered with an event stream.
   *
   * @param origin where the stream comes from, after redirects
   */
  default void onOpen(URI origin) {}

  /**
   * The stream does something else now.
   *
   * @param state what it does
   */
  default void onState(StreamState state) {}

  /**
   * Events were missed. What comes next is a snapshot, or what is still there.
   *
   * @param gap what is known about it
   */
  default void onGap(Gap gap) {}

  /**
   * A topic has ended; it will say nothing more.
   *
   * @param topic the topic, as the server names it
   */
  default void onTopicEnd(String topic) {}

  /**
   * Something failed. The error strategy decides how it goes on.
   *
   * @param failure what failed
   */
  default void onError(StreamException failure) {}

  /**
   * It is over. Called exactly once, and nothing after it.
   *
   * @param reason why
   */
  default void onEnd(EndReason reason) {}
}
