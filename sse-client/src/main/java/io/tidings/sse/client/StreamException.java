package io.tidings.sse.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something went wrong with a stream; {@link #fault} says what kind of thing. */
public final class StreamException extends IOException {

  private static final long serialVersionUID = 1;

  /** The kinds of failure, for strategies to decide by. */
  public enum Fault {
    /** No connection, or one that broke. */
    NETWORK,
    /** No response in time, or an open stream that fell silent. */
    TIMEOUT,
    /** A status that is neither 200 nor 204. */
    STATUS,
    /** A response that is no event stream. */
    CONTENT_TYPE,
    /** A compression that was not asked for, or that expands beyond measure. */
    ENCODING,
    /** The request cannot be made: what customises it gave something wrong. */
    REQUEST,
    /** A redirect that must not be followed. */
    REDIRECT,
    /** A line or an event that is too long. */
    LIMIT,
    /** The listener threw; the stream lives on. */
    LISTENER,
    /** A payload that cannot be decoded; the stream lives on. */
    PAYLOAD
  }

  /** What kind of failure it is. */
  private final Fault fault;

  /** The HTTP status, or 0. */
  private final int status;

  private final transient @Nullable ReceivedEvent event;

  /** What the server asked to wait. */
  private final @Nullable Duration retryAfter;

  private StreamException(Fault fault, String message, @Nullable Throwable cause, Detail detail) {
    super(message, cause);
    this.fault = fault;
    this.status = detail.status;
    this.event = detail.event;
    this.retryAfter = detail.retryAfter;
  }

  static StreamException of(Fault fault, String message, @Nullable Throwable cause) {
    return new StreamException(fault, message, cause, Detail.NONE);
  }

  static StreamException status(int status, @Nullable Duration retryAfter) {
    Detail detail = new Detail(status, retryAfter, null);
    return new StreamException(
        Fault.STATUS, "status must be 200 or 204; was " + status, null, detail);
  }

  static StreamException about(ReceivedEvent event, Fault fault, String message, Throwable cause) {
    return new StreamException(fault, message, cause, new Detail(0, null, event));
  }

  /**
   * What kind of failure it is.
   *
   * @return the kind
   */
  public Fault fault() {
    return fault;
  }

  /**
   * The HTTP status.
   *
   * @return the status of a {@link Fault#STATUS}, else 0
   */
  public int status() {
    return status;
  }

  /**
   * The raw event that could not be handled.
   *
   * @return the event of a {@link Fault#LISTENER} or {@link Fault#PAYLOAD}
   */
  public Optional<ReceivedEvent> event() {
    return Optional.ofNullable(event);
  }

  /**
   * How long the server asked to wait.
   *
   * @return the {@code Retry-After} of the response
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What only some failures know. */
  private record Detail(int status, @Nullable Duration retryAfter, @Nullable ReceivedEvent event) {
    static final Detail NONE = new Detail(0, null, null);
  }
}
