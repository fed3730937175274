package io.tidings.sse.hub;

/** A payload is larger than its topic allows; nothing was sent to anyone. */
public final class PayloadTooLargeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  PayloadTooLargeException(String topic, long bytes, long limit) {
    super(
        "payload for "
            + topic
            + " must not exceed "
            + limit
            + " bytes; was "
            + bytes
            + ". Send less, or raise @Limits(payload = …).");
  }
}
