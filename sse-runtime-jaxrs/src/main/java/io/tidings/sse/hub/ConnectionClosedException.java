package io.tidings.sse.hub;

/** Nothing can be sent on a connection any more, because it was closed by either side. */
public final class ConnectionClosedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private final CloseReason reason;

  /**
   * The connection of a request has been closed.
   *
   * @param path the path of the request
   * @param reason why it was closed
   */
  public ConnectionClosedException(String path, CloseReason reason) {
    super(
        "connection to "
            + path
            + " must be open to be sent to; was closed: "
            + reason
            + ". Ask isOpen(), or stop sending when done() completes.");
    this.reason = reason;
  }

  /**
   * Why it was closed.
   *
   * @return the reason
   */
  public CloseReason reason() {
    return reason;
  }
}
