package io.tidings.sse.client;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a typed client knows of a stream: its events, and which call each becomes. Immutable;
 * generated code keeps it in a constant.
 *
 * @param <S> the user's interface
 */
public final class ClientDefinition<S> {

  /** One event type of one template. */
  record Route<S>(TopicTemplate topic, String event, Type payload, EventCall<S, Object> call) {}

  private final Class<S> type;
  private final TopicTemplate stream;
  private final List<Route<S>> routes;

  private ClientDefinition(Class<S> type, TopicTemplate stream, List<Route<S>> routes) {
    this.type = type;
    this.stream = stream;
    this.routes = List.copyOf(routes);
  }

  /**
   * A stream without events.
   *
   * @param type the user's interface
   * @param path the template of the stream's path, such as {@code /markets}
   * @param <S> the user's interface
   * @return the definition
   */
  public static <S> ClientDefinition<S> of(Class<S> type, String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return new ClientDefinition<>(type, TopicTemplate.of(relative), List.of());
  }

  /**
   * The same with one more event.
   *
   * @param topic the template of its topic
   * @param event its type
   * @param payload its payload
   * @param call what it becomes
   * @param <P> its payload
   * @return the new definition
   */
  public <P> ClientDefinition<S> withEvent(
      String topic, String event, Class<P> payload, EventCall<? super S, ? super P> call) {
    return with(topic, event, payload, call);
  }

  /**
   * The same with one more event, whose payload has type arguments.
   *
   * @param topic the template of its topic
   * @param event its type
   * @param payload its payload
   * @param call what it becomes
   * @param <P> its payload
   * @return the new definition
   */
  public <P> ClientDefinition<S> withEvent(
      String topic, String event, PayloadType<P> payload, EventCall<? super S, ? super P> call) {
    return with(topic, event, payload.type(), call);
  }

  Class<S> type() {
    return type;
  }

  /** The variables of an expansion of the stream's path. */
  TopicVariables streamVariables(String streamPath) {
    return new TopicVariables(
        stream
            .read(streamPath)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "stream path must be of " + type.getSimpleName() + "; was " + streamPath)));
  }

  /** What an event of a topic becomes, with all its variables; nothing when it is unknown. */
  Optional<BoundCall<S>> bind(String streamPath, String topic, String event) {
    for (Route<S> route : routes) {
      if (route.event().equals(event)) {
        var values = route.topic().read(topic);
        if (values.isPresent()) {
          var all = new java.util.LinkedHashMap<>(stream.read(streamPath).orElseThrow());
          all.putAll(values.get());
          return Optional.of(new BoundCall<>(route, new TopicVariables(all)));
        }
      }
    }
    return Optional.empty();
  }

  /** A call with the variables of one topic. */
  record BoundCall<S>(Route<S> route, TopicVariables variables) {

    void call(S listener, Object payload) {
      route.call().call(listener, variables, payload);
    }
  }

  // The payload is made for the type that stands beside the call.
  @SuppressWarnings("unchecked")
  private ClientDefinition<S> with(
      String topic, String event, Type payload, EventCall<? super S, ?> call) {
    List<Route<S>> more = new ArrayList<>(routes);
    more.add(new Route<>(TopicTemplate.of(topic), event, payload, (EventCall<S, Object>) call));
    return new ClientDefinition<>(type, stream, more);
  }
}
