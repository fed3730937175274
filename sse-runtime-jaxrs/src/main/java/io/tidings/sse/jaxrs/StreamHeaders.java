package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives an event stream its headers, after every other filter has had its say: an encoder would
 * hold events back until the stream ends, and a cache would keep them.
 */
final class StreamHeaders implements ContainerResponseFilter {

  private static final int OK = 200;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != OK || !isEventStream(response.getMediaType())) {
      SseExchange.abandon(request);
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    StreamAnswer answer = StreamAnswer.in(request::getProperty);
    if (answer != null) {
      answer.headers().forEach(headers::putSingle);
      if (answer.coding() != StreamAnswer.Coding.NOT_OFFERED) {
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      }
    }
    headers.remove(HttpHeaders.CONTENT_ENCODING);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE);
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    headers.putSingle("X-Accel-Buffering", "no");
    headers.putSingle("X-Content-Type-Options", "nosniff");
  }

  private static boolean isEventStream(@Nullable MediaType type) {
    return type != null && MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(type);
  }
}
