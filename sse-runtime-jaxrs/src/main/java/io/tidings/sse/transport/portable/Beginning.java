package io.tidings.sse.transport.portable;

import org.jspecify.annotations.Nullable;

/**
 * Who makes one request's answer a response: its first write, or the container when the resource
 * method returns. If that fails, nobody writes what waits for it, and only that thread can know.
 * Safe for any thread.
 */
public final class Beginning {

  // Written before the first byte; a thread looks only for itself.
  private volatile @Nullable Thread thread;

  /** For one response, which has not begun. */
  public Beginning() {}

  /** The calling thread begins the response; before any filter of the application may fail. */
  public void isMine() {
    thread = Thread.currentThread();
  }

  /** Whether it was the caller who began it. */
  boolean wasMine() {
    return thread == Thread.currentThread();
  }

  /** Nobody asks any more. */
  void forget() {
    thread = null;
  }
}
