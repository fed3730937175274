package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.TopicDefinition;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;

/** How the requests of one resource method name their topics. */
interface Route {

  /** Reads path and query; whatever they hold is a value, never an exception. */
  Asked read(UriInfo uri);

  /** The route of a generated method: a topic's own path if it has one, else the collection. */
  static Route of(StreamDefinition stream, Method method) {
    Path path = method.getAnnotation(Path.class);
    if (path == null) {
      return new CollectionRoute(stream);
    }
    return new TopicRoute(stream, topicAt(stream, path.value(), method));
  }

  private static TopicDefinition topicAt(StreamDefinition stream, String path, Method method) {
    return stream.topics().stream()
        .filter(topic -> pathOf(topic).equals(path))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "path of " + method + " must be a topic of " + stream + "; was " + path));
  }

  /** The path of a topic's own method, relative to the resource. */
  static String pathOf(TopicDefinition topic) {
    return topic.template().replaceFirst("\\{\\?.*", "");
  }
}
