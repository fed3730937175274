package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That the answer to a request is a stream of ours, and what its head says besides; a property of
 * the request from the moment on at which that is decided.
 *
 * @param headers headers that the application has asked for
 */
record StreamAnswer(Map<String, String> headers) {

  private static final String PROPERTY = StreamAnswer.class.getName();

  static void begin(ContainerRequestContext request, Map<String, String> headers) {
    request.setProperty(PROPERTY, new StreamAnswer(headers));
  }

  /** The answer of the request that has these properties; null when it is none of ours. */
  static @Nullable StreamAnswer in(Function<String, @Nullable Object> properties) {
    return properties.apply(PROPERTY) instanceof StreamAnswer answer ? answer : null;
  }
}
