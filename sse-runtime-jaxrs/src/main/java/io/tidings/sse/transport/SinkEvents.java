package io.tidings.sse.transport;

/** What a sink says of its own accord. Called by any thread; returns soon. */
public interface SinkEvents {

  /** A write that had returned false is through: the next may follow. */
  void writable();

  /** The peer has gone away. */
  void gone();
}
