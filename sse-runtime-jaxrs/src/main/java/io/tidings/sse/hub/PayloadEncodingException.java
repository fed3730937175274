package io.tidings.sse.hub;

/** A payload could not be turned into text; nothing was sent to anyone. */
public final class PayloadEncodingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  PayloadEncodingException(String topic, Object payload, Throwable cause) {
    super(
        "payload for "
            + topic
            + " must be encodable; was "
            + payload.getClass().getName()
            + " ("
            + cause
            + "). Try the payload alone with the application's JSON writer.",
        cause);
  }
}
