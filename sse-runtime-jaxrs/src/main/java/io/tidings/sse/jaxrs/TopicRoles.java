package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.TopicAddress;
import io.tidings.sse.hub.TopicDefinition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles of every topic of a stream, read from the methods of its resource: whoever asks for a
 * topic as {@code ?topic=} needs the same as on the topic's own path.
 */
record TopicRoles(StreamDefinition stream, Map<String, RoleRule> byTemplate) {

  static TopicRoles of(StreamDefinition stream, Class<?> resource) {
    Map<String, RoleRule> rules =
        stream.topics().stream()
            .collect(Collectors.toMap(TopicDefinition::template, topic -> ruleOf(topic, resource)));
    return new TopicRoles(stream, rules);
  }

  private static RoleRule ruleOf(TopicDefinition topic, Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(method -> isRouteOf(topic, method))
        .findFirst()
        .map(RoleRule::of)
        .orElseGet(() -> RoleRule.of(resource));
  }

  private static boolean isRouteOf(TopicDefinition topic, Method method) {
    Path path = method.getAnnotation(Path.class);
    return path != null
        && method.isAnnotationPresent(GET.class)
        && path.value().equals(Route.pathOf(topic));
  }

  /** Every role that is asked about. */
  Set<String> all() {
    return byTemplate.values().stream()
        .flatMap(rule -> rule.roles() == null ? Stream.empty() : rule.roles().stream())
        .collect(Collectors.toSet());
  }

  boolean admit(SecurityContext caller, Asked.Topics asked) {
    return asked.topics().stream().allMatch(topic -> admits(caller, topic));
  }

  private boolean admits(SecurityContext caller, String topic) {
    return stream
        .resolve(topic)
        .map(TopicAddress::topic)
        .map(TopicDefinition::template)
        .map(byTemplate::get)
        .filter(rule -> rule.admits(caller))
        .isPresent();
  }
}
