package io.tidings.sse.client;

import java.util.Optional;

/** One event as it arrived. Immutable. */
public final class ReceivedEvent {

  /** The type of an event whose block names none. */
  public static final String MESSAGE = "message";

  private final String type;
  private final String data;
  private final String idText;

  // Ids of a stream differ in their last digits only. Kept apart, they cost no String an event:
  // bit 0 says that the block had an id of its own, the rest is the number, negative for none.
  private final long idNumber;

  ReceivedEvent(String type, String data, IdValue id, boolean ownId) {
    this.type = type;
    this.data = data;
    this.idText = id.text();
    this.idNumber = id.number() << 1 | (ownId ? 1 : 0);
  }

  /**
   * An event that did not come over a wire, for tests of listeners.
   *
   * @param type the event type
   * @param data the data
   * @param id the id of its block; empty for a block that resets the last event id
   * @return the event
   */
  public static ReceivedEvent of(String type, String data, String id) {
    return new ReceivedEvent(type, data, new IdValue(id, IdValue.NO_NUMBER), true);
  }

  /**
   * What the {@code event} field said.
   *
   * @return the type; {@code message} when the block named none
   */
  public String type() {
    return type;
  }

  /**
   * What the {@code data} fields said.
   *
   * @return the data, its lines joined by LF
   */
  public String data() {
    return data;
  }

  /**
   * The last event id as the standard gives it to an event: its own, else an earlier one.
   *
   * @return the id; empty when there was none so far
   */
  public String lastEventId() {
    long number = idNumber >> 1;
    return number < 0 ? idText : idText + number;
  }

  /**
   * The id that stood in this event's own block.
   *
   * @return the id; nothing when the block had none
   */
  public Optional<String> id() {
    return (idNumber & 1) == 1 ? Optional.of(lastEventId()) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReceivedEvent event
        && type.equals(event.type)
        && data.equals(event.data)
        && id().isPresent() == event.id().isPresent()
        && lastEventId().equals(event.lastEventId());
  }

  @Override
  public int hashCode() {
    return (type.hashCode() * 31 + data.hashCode()) * 31 + lastEventId().hashCode();
  }

  @Override
  public String toString() {
    return type + " [" + lastEventId() + "] " + data;
  }
}
