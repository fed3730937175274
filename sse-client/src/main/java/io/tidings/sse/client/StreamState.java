package io.tidings.sse.client;

/** What a stream is doing. */
public enum StreamState {
  /** A request is under way. */
  CONNECTING,
  /** The server has answered with an event stream. */
  OPEN,
  /** The connection is gone; the next attempt comes after a delay. */
  WAITING,
  /** It is over for good. */
  CLOSED
}
