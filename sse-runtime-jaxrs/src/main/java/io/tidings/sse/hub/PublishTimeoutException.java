package io.tidings.sse.hub;

import java.time.Duration;

/** A history did not store an event in time; it may still do so. */
public final class PublishTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PublishTimeoutException(String topic, Duration patience) {
    super(
        "event must be stored within "
            + patience
            + "; was not, in topic "
            + topic
            + ". It may still be: publish it again with the same key, and readers get it once");
  }
}
