package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.TopicAddress;
import io.tidings.sse.hub.TopicDefinition;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** A topic's own path, whose variables stand in the path and, for query variables, the query. */
record TopicRoute(StreamDefinition stream, TopicDefinition topic) implements Route {

  @Override
  public Asked read(UriInfo uri) {
    UriValues values = new UriValues(uri);
    Optional<String> streamPath = stream.expand(values::path);
    Optional<TopicAddress> address = topic.expand(values::pathOrQuery);
    if (streamPath.isEmpty() || address.isEmpty()) {
      return Problem.notFound(
          "not a topic",
          "a variable of "
              + stream.path()
              + "/"
              + topic.template()
              + " is missing or has no such value");
    }
    return new Asked.Topics(streamPath.get(), List.of(address.get().path()), false);
  }
}
