package io.tidings.sse.hub;

import java.time.Duration;

/** The hub's answer to a client that wants to subscribe. */
public sealed interface Admission {

  /**
   * The client may read. Whoever holds it opens the subscription or ends it.
   *
   * @param subscription the client's cursor, placed but not yet read
   */
  record Granted(Subscription subscription) implements Admission {}

  /** Every topic has ended and the client has seen all of it: it need not come back. */
  record Finished() implements Admission {}

  /**
   * The hub is closing and takes nobody in.
   *
   * @param retryAfter how long this client should stay away
   */
  record Closing(Duration retryAfter) implements Admission {}
}
