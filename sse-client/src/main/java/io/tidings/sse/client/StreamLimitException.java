package io.tidings.sse.client;

/** Thrown when a stream holds more than a parser is allowed to keep. */
public final class StreamLimitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StreamLimitException(String subject, int limit, long was) {
    super(subject + " must be at most " + limit + " bytes; was at least " + was);
  }
}
