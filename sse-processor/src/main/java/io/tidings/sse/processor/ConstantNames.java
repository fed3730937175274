package io.tidings.sse.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the names of the constants that hold the events of a stream. */
final class ConstantNames {
  private ConstantNames() {}

  /** A name for each event's constant that hides neither another one nor a parameter. */
  static Map<EventModel, String> of(StreamModel stream) {
    Map<EventModel, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    taken.add("STREAM");
    stream.events().stream()
        .flatMap(event -> event.parameters().stream())
        .forEach(parameter -> taken.add(parameter.name()));
    for (TopicModel topic : stream.topics()) {
      for (EventModel event : topic.events()) {
        String shortName = Naming.constant(event.method());
        String longName = Naming.constant(topic.name()) + "_" + shortName;
        Stream<String> candidates =
            Stream.concat(
                Stream.of(shortName, longName), Stream.iterate(longName + "_", n -> n + "_"));
        names.put(event, candidates.filter(taken::add).findFirst().orElseThrow());
      }
    }
    return names;
  }
}
