package io.tidings.sse.event;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One block of an event stream: data, event type, id, retry and comment, each optional. Immutable,
 * so any thread may share it.
 *
 * <p>{@link #toString()} is the text on the wire.
 */
public final class Event {

  private static final Event EMPTY = new Event(null, null, null, null, null);

  private final @Nullable String data;
  private final @Nullable String type;
  private final @Nullable String id;
  private final @Nullable Duration retry;
  private final @Nullable String comment;

  private Event(
      @Nullable String data,
      @Nullable String type,
      @Nullable String id,
      @Nullable Duration retry,
      @Nullable String comment) {
    this.data = data;
    this.type = type;
    this.id = id;
    this.retry = retry;
    this.comment = comment;
  }

  /**
   * An event with this data; line ends inside it part it into lines that a reader joins by LF.
   *
   * @param data the data
   * @return an event of the default type
   */
  public static Event of(String data) {
    return new Event(FieldText.multiLine("data", data), null, null, null, null);
  }

  /**
   * A block that only carries a comment: readers ignore it, proxies and sockets notice it.
   *
   * @param comment the comment
   * @return a block that fires no event
   */
  public static Event ofComment(String comment) {
    return EMPTY.withComment(comment);
  }

  /**
   * A block without any field, to be given an id or a retry delay alone.
   *
   * @return the block
   */
  public static Event empty() {
    return EMPTY;
  }

  /**
   * The same block with this event type; CR, LF and NUL are refused.
   *
   * @param type the event type
   * @return a new block
   */
  public Event withType(String type) {
    return new Event(data, FieldText.singleLine("event type", type), id, retry, comment);
  }

  /**
   * The same block with this id; CR, LF and NUL are refused.
   *
   * @param id the id
   * @return a new block
   */
  public Event withId(String id) {
    return new Event(data, type, FieldText.singleLine("id", id), retry, comment);
  }

  /**
   * The same block with this reconnection delay, from none to one day.
   *
   * @param retry the delay, to the millisecond
   * @return a new block
   */
  public Event withRetry(Duration retry) {
    return new Event(data, type, id, FieldText.retry(retry), comment);
  }

  /**
   * The same block with this comment; line ends inside it make further comment lines.
   *
   * @param comment the comment
   * @return a new block
   */
  public Event withComment(String comment) {
    return new Event(data, type, id, retry, FieldText.multiLine("comment", comment));
  }

  /**
   * The data, or null when the block has none and so fires no event.
   *
   * @return the data
   */
  public @Nullable String data() {
    return data;
  }

  /**
   * The event type, or null for the default type {@code message}.
   *
   * @return the event type
   */
  public @Nullable String type() {
    return type;
  }

  /**
   * The id, or null when the block leaves the reader's last event id alone.
   *
   * @return the id
   */
  public @Nullable String id() {
    return id;
  }

  /**
   * The reconnection delay, or null when the block leaves it alone.
   *
   * @return the delay
   */
  public @Nullable Duration retry() {
    return retry;
  }

  /**
   * The comment, or null.
   *
   * @return the comment
   */
  public @Nullable String comment() {
    return comment;
  }

  /**
   * The reconnection delay in milliseconds, as it stands on the wire.
   *
   * @return milliseconds; empty when the block leaves it alone
   */
  public OptionalLong retryMillis() {
    return retry == null ? OptionalLong.empty() : OptionalLong.of(retry.toMillis());
  }

  /** The text on the wire: lines that end in LF, and a blank line at the end. */
  @Override
  public String toString() {
    return EventText.of(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Event that
        && Objects.equals(data, that.data)
        && Objects.equals(type, that.type)
        && Objects.equals(id, that.id)
        && Objects.equals(retry, that.retry)
        && Objects.equals(comment, that.comment);
  }

  @Override
  public int hashCode() {
    return Objects.hash(data, type, id, retry, comment);
  }
}
