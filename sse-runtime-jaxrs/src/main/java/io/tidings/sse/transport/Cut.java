package io.tidings.sse.transport;

/** Cuts one connection from below its response, where the response's own API has no way to. */
public interface Cut {

  /** Frees the socket at once, whatever is under way on it. Called by any thread; returns soon. */
  void cut();

  /**
   * Runs the last that is done with a response, on a thread where its container allows it.
   *
   * @param release lets go of what the container keeps
   */
  default void afterwards(Runnable release) {
    release.run();
  }
}
