package io.tidings.sse.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Another parser, and where it leaves the standard. */
interface Peer {

  /** The events that it finds: type, data and id, a row each; a failure is a row, too. */
  List<String> events(byte[] stream);

  /** The events that it finds in each of these streams. */
  default List<List<String>> events(List<RandomStream> streams) {
    return streams.stream().map(stream -> events(stream.bytes())).toList();
  }

  /** The same rows from what the standard says. */
  List<String> expected(List<ReceivedEvent> events);

  /** Why it may differ: the rule it breaks, and the streams that show it. */
  Map<String, Predicate<RandomStream>> departures();

  static String row(String type, String data, String id) {
    return Objects.requireNonNullElse(type, "message") + '|' + data + '|' + id;
  }
}
