package io.tidings.examples.vitals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.sse.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Everything that came over the connections of one page, in order. */
record Received(List<JsonNode> entries) {

  static Received parse(String json) {
    try {
      JsonNode array = new ObjectMapper().readTree(json);
      return new Received(StreamSupport.stream(array.spliterator(), false).toList());
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("log must be JSON; was " + json, failure);
    }
  }

  long count(String kind) {
    return entries.stream().filter(entry -> isA(entry, kind)).count();
  }

  List<String> epochs() {
    return ids().stream().map(EventId::epoch).distinct().toList();
  }

  private List<EventId> ids() {
    return entries.stream().filter(entry -> isA(entry, "event")).map(Received::id).toList();
  }

  /** Each place where an event does not follow the one before it and no gap was told. */
  List<String> silentBreaks() {
    List<String> breaks = new ArrayList<>();
    @Nullable EventId last = null;
    for (JsonNode entry : entries) {
      if (isA(entry, "gap")) {
        last = null;
      } else if (isA(entry, "event")) {
        EventId id = id(entry);
        if (last != null && !follows(last, id)) {
          breaks.add(last + " then " + id);
        }
        last = id;
      }
    }
    return breaks;
  }

  private static boolean follows(EventId last, EventId next) {
    return next.equals(new EventId(last.epoch(), last.sequence() + 1));
  }

  private static boolean isA(JsonNode entry, String kind) {
    return entry.get("kind").asText().equals(kind);
  }

  private static EventId id(JsonNode entry) {
    String text = entry.get("id").asText();
    return EventId.parse(text)
        .orElseThrow(() -> new IllegalStateException("id must be one of ours; was " + text));
  }
}
