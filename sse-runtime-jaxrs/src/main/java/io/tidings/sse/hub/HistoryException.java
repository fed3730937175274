package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/** A history could not store or find events; its message says what is to be done. */
public final class HistoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A failure with its reason and remedy.
   *
   * @param message what must be, what was, and the remedy
   * @param cause what failed; null when there is nothing more to say
   */
  public HistoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
