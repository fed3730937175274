package io.tidings.sse.hub;

/**
 * Is told when a topic is not polled any more; for sources that hold something while they are
 * asked, such as a cursor or a connection. Called by threads that may block, several at once.
 */
@FunctionalInterface
public interface PollListener {

  /**
   * The last reader of a topic has left, its topic has ended, or the hub closes: its sources are
   * asked no more, unless readers come again. A question that was under way has been interrupted.
   *
   * @param stream the canonical path of the stream, without leading slash
   * @param topic the canonical topic, relative to the stream
   */
  void stopped(String stream, String topic);
}
