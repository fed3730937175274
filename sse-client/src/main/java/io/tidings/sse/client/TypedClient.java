package io.tidings.sse.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What generated clients are made of: events become calls of the user's interface. Immutable.
 *
 * @param <S> the user's interface
 */
public final class TypedClient<S> {

  private final ClientDefinition<S> definition;
  private final ClientSettings settings;

  private TypedClient(ClientDefinition<S> definition, ClientSettings settings) {
    this.definition = definition;
    this.settings = settings;
  }

  /**
   * A client of a stream. It opens no connection before somebody subscribes.
   *
   * @param definition the stream
   * @param settings where it is
   * @param <S> the user's interface
   * @return the client
   */
  public static <S> TypedClient<S> of(ClientDefinition<S> definition, ClientSettings settings) {
    return new TypedClient<>(definition, settings);
  }

  /**
   * Lets a listener be called for the events of these topics, over one connection.
   *
   * @param listener the user's implementation; may be a {@link StreamObserver}, too
   * @param topics the topics, at least one, all of one expansion of the stream's path
   * @param streamPath the encoded path of a topic's stream
   * @param path the encoded path of a topic
   * @param <T> the generated type of topics
   * @return the running stream
   */
  public <T> EventStream subscribe(
      S listener,
      T[] topics,
      Function<? super T, String> streamPath,
      Function<? super T, String> path) {
    List<String> streams = Arrays.stream(topics).map(streamPath).distinct().toList();
    if (streams.size() != 1) {
      throw new IllegalArgumentException(
          "topics must be at least one, all of one stream; was " + streams);
    }
    List<String> paths = Arrays.stream(topics).map(path).distinct().toList();
    definition.streamVariables(streams.get(0));
    String query = paths.stream().map(TypedClient::parameter).collect(Collectors.joining("&"));
    return settings
        .client(streams.get(0) + '?' + query)
        .listen(new TypedDispatcher<>(definition, settings, streams.get(0), listener));
  }

  private static String parameter(String path) {
    return "topic=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
