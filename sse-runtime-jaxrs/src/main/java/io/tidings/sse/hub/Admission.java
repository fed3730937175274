package io.tidings.sse.hub;

import java.time.Duration;

/** The hub's answer to a client that wants to subscribe. */
public sealed interface Admission {

  /** What a hub may have no more room for. */
  enum Limit {
    /** Connections of the stream, or of topics of one template, or of a path without topics. */
    SUBSCRIBERS,
    /** Connections of one topic. */
    PER_TOPIC,
    /** Connections of this client; others are let in. */
    PER_CLIENT,
    /** Topics that the hub knows at once. */
    TOPICS,
    /** Connections of the hub. */
    CONNECTIONS,
    /** Connections of this principal; others are let in. */
    PER_PRINCIPAL,
    /** What a history can do: it did not answer in time, or failed. */
    HISTORY
  }

  /**
   * The client may read. Whoever holds it opens the subscription or ends it.
   *
   * @param subscription the client's cursor, placed but not yet read
   */
  record Granted(Subscription subscription) implements Admission {}

  /**
   * The client may be written to. Whoever holds it opens its subscription or ends it.
   *
   * @param stream what the application writes to
   */
  record Connected(DirectStream stream) implements Admission {}

  /** Every topic has ended and the client has seen all of it: it need not come back. */
  record Finished() implements Admission {}

  /**
   * There is no room at present.
   *
   * @param limit what there is no room for
   * @param retryAfter how long this client should stay away: longer each time
   */
  record Refused(Limit limit, Duration retryAfter) implements Admission {}

  /**
   * The client asks for more topics than one connection may read, and always will.
   *
   * @param most how many it may ask for
   */
  record TooManyTopics(int most) implements Admission {}

  /**
   * The hub is closing and takes nobody in.
   *
   * @param retryAfter how long this client should stay away: longer each time
   */
  record Closing(Duration retryAfter) implements Admission {}
}
