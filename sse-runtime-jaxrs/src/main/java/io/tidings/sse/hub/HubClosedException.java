package io.tidings.sse.hub;

/** Nothing can be published any more, because the hub was closed. */
public final class HubClosedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  HubClosedException(String topic) {
    super(
        "hub must be open to publish to "
            + topic
            + "; was closed. Stop the publishers before hub.close().");
  }
}
