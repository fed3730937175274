package io.tidings.sse.jaxrs;

/** Which ways out of a container event streams may take; the best of them is taken. */
public enum Transport {

  /**
   * Any. A connection of Grizzly or Jetty is taken over where the response allows it, as WebSocket
   * does it; else as with {@link #STANDARD}.
   */
  AUTOMATIC,

  /**
   * Those of the standards alone: the Servlet API's non-blocking output where there is one; else as
   * with {@link #PORTABLE}. No connection is taken over.
   */
  STANDARD,

  /** The event sink of Jakarta REST alone, which blocks a thread while it writes. */
  PORTABLE
}
