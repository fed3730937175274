package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.SubscriptionGuard;
import io.tidings.sse.hub.TopicAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The guards of one stream and its topics, asked about requests. */
record GuardedRoute(Hub hub, StreamDefinition stream) {

  GuardDecision decide(ContainerRequestContext request, Asked.Topics asked) {
    if (stream.guards().isEmpty()
        && stream.topics().stream().allMatch(topic -> topic.guards().isEmpty())) {
      return GuardDecision.allow();
    }
    return Guards.of(hub).decide(questions(request, asked));
  }

  private List<Guards.Question> questions(ContainerRequestContext request, Asked.Topics asked) {
    Principal principal = request.getSecurityContext().getUserPrincipal();
    Map<String, List<String>> headers = headers(request);
    List<Guards.Question> questions = new ArrayList<>();
    for (String topic : asked.topics()) {
      TopicAddress address = address(topic);
      GuardRequest one =
          new GuardRequest(
              principal,
              asked.streamPath(),
              topic,
              stream.values(asked.streamPath(), address),
              headers);
      List<SubscriptionGuard> own = address.topic().guards();
      stream.guards().forEach(guard -> questions.add(new Guards.Question(guard, one)));
      own.forEach(guard -> questions.add(new Guards.Question(guard, one)));
    }
    return questions;
  }

  private TopicAddress address(String topic) {
    Optional<TopicAddress> address = stream.resolve(topic);
    return address.orElseThrow(
        () -> new IllegalStateException("topic must be of " + stream + "; was " + topic));
  }

  /** A copy, because guards run on another thread, and may outlast the request. */
  private static Map<String, List<String>> headers(ContainerRequestContext request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(headers);
  }
}
