package io.tidings.sse.jaxrs.console;

import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubFigures;
import io.tidings.sse.hub.PollResult;
import io.tidings.sse.hub.TopicHandle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the console says of a hub. Its own stream is in the figures, but not in the lists. Safe for
 * any thread.
 */
final class HubView implements ConsoleSources {

  /** Where the stream is, whatever the page's path is. */
  static final String STREAM = "sse-console";

  /** Rows of one page. */
  static final int ROWS = 25;

  private static final int SLOWEST = 5;
  private static final int MOST_TOPICS = 5;
  private static final int LONGEST = 200;

  private record Place(String stream, String topic) {
    @Override
    public String toString() {
      return stream + '/' + topic;
    }
  }

  private final Hub hub;

  HubView(Hub hub) {
    this.hub = hub;
  }

  @Override
  public PollResult<String> overview() {
    HubFigures figures = hub.figures();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("status", hub.health().status());
    said.put("reasons", hub.health().reasons());
    said.put("streams", streams().count());
    said.put("topics", figures.topics());
    said.put("connections", figures.connections());
    said.put("published", figures.published());
    said.put("delivered", figures.delivered());
    said.put("bytes", figures.bytesSent());
    said.put("dropped", figures.dropped());
    said.put("gaps", figures.gaps().values().stream().mapToLong(Long::longValue).sum());
    said.put("lag", figures.longestLag());
    said.put("slowest", others().sorted(slowestFirst()).limit(SLOWEST).map(this::row).toList());
    return PollResult.of(Json.of(said));
  }

  @Override
  public PollResult<String> topics(int page, String search) {
    String text = text(search);
    List<Place> found =
        streams()
            .flatMap(stream -> hub.topics(stream).stream().map(topic -> new Place(stream, topic)))
            .filter(place -> contains(place.toString(), text))
            .toList();
    return PollResult.of(page(found, page, this::row));
  }

  @Override
  public PollResult<String> connections(int page, String search) {
    String text = text(search);
    List<Connection> found =
        others().filter(one -> matches(one, text)).sorted(slowestFirst()).toList();
    return PollResult.of(page(found, page, this::row));
  }

  private Stream<String> streams() {
    return hub.streams().stream().filter(stream -> !stream.equals(STREAM));
  }

  private Stream<Connection> others() {
    return hub.connections().stream().filter(one -> !one.stream().equals(STREAM));
  }

  private static Comparator<Connection> slowestFirst() {
    return Comparator.comparingLong(Connection::lag).reversed().thenComparing(Connection::clientId);
  }

  private static String text(String search) {
    return search.startsWith(":") ? search.substring(1) : search;
  }

  private static boolean contains(String whole, String part) {
    return part.isEmpty() || whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static boolean matches(Connection connection, String text) {
    return contains(connection.clientId(), text)
        || contains(connection.principal().orElse(""), text)
        || connection.topics().stream()
            .anyMatch(topic -> contains(connection.stream() + '/' + topic, text));
  }

  private static <T> String page(List<T> all, int page, Function<T, Map<String, Object>> row) {
    int first = (int) Math.min(all.size(), Math.max(0L, (long) page * ROWS));
    List<Map<String, Object>> rows =
        all.subList(first, Math.min(all.size(), first + ROWS)).stream().map(row).toList();
    return Json.of(Map.of("total", all.size(), "rows", rows));
  }

  private Map<String, Object> row(Place place) {
    Optional<TopicHandle> topic = hub.topic(place.stream(), place.topic());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("stream", place.stream());
    row.put("topic", place.topic());
    row.put("readers", topic.map(TopicHandle::subscriberCount).orElse(0));
    row.put("last", topic.flatMap(TopicHandle::lastEventId).orElse(""));
    return row;
  }

  private Map<String, Object> row(Connection connection) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("client", cut(connection.clientId()));
    row.put("principal", cut(connection.principal().orElse("")));
    row.put("stream", connection.stream());
    row.put("topics", connection.topics().stream().limit(MOST_TOPICS).map(HubView::cut).toList());
    row.put("events", connection.eventsSent());
    row.put("bytes", connection.bytesSent());
    row.put("lag", connection.lag());
    return row;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
