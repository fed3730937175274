package io.tidings.sse.client;

import io.tidings.sse.client.json.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events that this reader has missed and will not get.
 *
 * @param reason why
 * @param topic the topic that has the gap; nothing when it is not about one topic
 * @param firstAvailable the id of the first event that is still there, if the server said so
 */
public record Gap(Reason reason, Optional<String> topic, Optional<String> firstAvailable) {

  /** The type of the event that tells of a gap. */
  static final String EVENT_TYPE = "sse-gap";

  /** Why events are missing. */
  public enum Reason {
    /** The server's history is another one than that of the cursor. */
    EPOCH,
    /** The events were dropped from the history. */
    TRIMMED,
    /** This reader was too slow. */
    OVERFLOW,
    /** The server's own source lost them. */
    BACKPLANE,
    /** More was missed than the server replays. */
    LIMIT,
    /** The last event id cannot be sent in a header, so the server does not know the cursor. */
    UNSENDABLE_ID,
    /** A reason that this version does not know. */
    OTHER
  }

  /**
   * The gap that an event tells of, for who pulls events.
   *
   * @param event any event
   * @return the gap; nothing when the event is of another type
   */
  public static Optional<Gap> of(ReceivedEvent event) {
    return event.type().equals(EVENT_TYPE) ? Optional.of(parse(event.data())) : Optional.empty();
  }

  /** The gap that an event of type {@code sse-gap} tells of; total, whatever the data is. */
  static Gap parse(String data) {
    Map<String, @Nullable Object> fields = JsonText.object(data).orElse(Map.of());
    return new Gap(
        reason(fields.get("reason")),
        text(fields.get("topic")),
        text(fields.get("firstAvailable")));
  }

  private static Reason reason(@Nullable Object name) {
    for (Reason reason : Reason.values()) {
      if (reason.name().toLowerCase(Locale.ROOT).equals(name)) {
        return reason;
      }
    }
    return Reason.OTHER;
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }
}
