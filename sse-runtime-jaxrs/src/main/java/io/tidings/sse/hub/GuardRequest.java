package io.tidings.sse.hub;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One client's request for one topic, as a {@link SubscriptionGuard} sees it. Immutable.
 *
 * @param principal who was authenticated; null when nobody was
 * @param stream the canonical path of the stream, without leading slash
 * @param topic the canonical topic, relative to the stream
 * @param variables the decoded values of all variables of stream and topic
 * @param headers the request's headers, whatever the case of their names
 */
public record GuardRequest(
    @Nullable Principal principal,
    String stream,
    String topic,
    Map<String, String> variables,
    Map<String, List<String>> headers) {

  /**
   * The value of a variable, such as {@code tenant}.
   *
   * @param name the name between the braces
   * @return its decoded value
   */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /**
   * The first value of a header.
   *
   * @param name the name of the header, in any case
   * @return its first value
   */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  /** Without headers, which carry credentials. */
  @Override
  public String toString() {
    return "request of "
        + (principal == null ? "nobody" : "a principal")
        + " for "
        + stream
        + '/'
        + topic;
  }
}
