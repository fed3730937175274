package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.TopicAddress;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stream's collection path, where {@code ?topic=} names the topics. */
record CollectionRoute(StreamDefinition stream) implements Route {

  @Override
  public Asked read(UriInfo uri) {
    UriValues values = new UriValues(uri);
    Optional<String> streamPath = stream.expand(values::path);
    if (streamPath.isEmpty()) {
      return Problem.notFound(
          "not a stream", "a variable of " + stream.path() + " has no such value");
    }
    List<String> asked = values.queryAll("topic");
    if (asked.isEmpty()) {
      return Problem.badRequest(
          "no topic", "name the topics of " + stream.path() + " as ?topic=...&topic=...");
    }
    return resolve(streamPath.get(), asked);
  }

  private Asked resolve(String streamPath, List<String> asked) {
    List<String> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String text : asked) {
      stream
          .resolve(text)
          .map(TopicAddress::path)
          .ifPresentOrElse(known::add, () -> unknown.add(text));
    }
    return unknown.isEmpty()
        ? new Asked.Topics(streamPath, List.copyOf(known), true)
        : Problem.unknownTopics(stream.path(), unknown);
  }
}
