package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;

public final class SseExchange {
  private SseExchange() {}

  public static void open(ContainerRequestContext request, SseEventSink sink) {}

  public static Response head(ContainerRequestContext request) {
    return null;
  }
}
