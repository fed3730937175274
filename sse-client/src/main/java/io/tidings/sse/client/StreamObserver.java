package io.tidings.sse.client;

/**
 * Hears what a typed listener's own interface has no word for. Called by the stream's thread.
 *
 * <p>Give it to {@link ClientSettings#withObserver}, or let the listener implement it.
 */
public interface StreamObserver {

  /**
   * Events were missed. The server's snapshot follows, or what is still there.
   *
   * @param gap what is known about it
   */
  default void onGap(Gap gap) {}

  /**
   * Something failed: a connection, or one event that could not be decoded or handled; then {@link
   * StreamException#event} is that event, and the stream lives on.
   *
   * @param failure what failed
   */
  default void onError(StreamException failure) {}

  /**
   * The stream does something else now.
   *
   * @param state what it does
   */
  default void onState(StreamState state) {}

  /**
   * A topic has ended.
   *
   * @param topic its encoded path
   */
  default void onTopicEnd(String topic) {}

  /**
   * The server says that the source of a polled topic has failed; it is asked again by itself.
   *
   * @param event of type {@code sse-error}; the server's application decides what its data says
   */
  default void onSourceError(ReceivedEvent event) {}

  /**
   * It is over. Called exactly once.
   *
   * @param reason why
   */
  default void onEnd(EndReason reason) {}
}
