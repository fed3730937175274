package io.tidings.sse.jaxrs.markets;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.SseExchange;
import io.tidings.sse.jaxrs.SseResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;

/** The resource of {@link Orders}. */
@Path("/tenants/{tenant}/orders")
@Produces("text/event-stream")
public final class OrdersResource implements SseResource<Orders> {

  @Override
  public StreamDefinition stream() {
    return OrdersPublisher.STREAM;
  }

  @Override
  public Orders publisher(Hub hub) {
    return new OrdersPublisher(hub);
  }

  @GET
  public void topics(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  public Response topicsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("number/{number}")
  public void number(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("number/{number}")
  public Response numberHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
