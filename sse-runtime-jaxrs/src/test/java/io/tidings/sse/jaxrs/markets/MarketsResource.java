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

/** The resource of {@link Markets}. */
@Path("/markets")
@Produces("text/event-stream")
public final class MarketsResource implements SseResource<Markets> {

  @Override
  public StreamDefinition stream() {
    return MarketsPublisher.STREAM;
  }

  @Override
  public Markets publisher(Hub hub) {
    return new MarketsPublisher(hub);
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
  @Path("prices/{symbol}")
  public void prices(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("prices/{symbol}")
  public Response pricesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("alerts")
  public void alerts(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("alerts")
  public Response alertsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("ticks")
  public void ticks(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("ticks")
  public Response ticksHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("bulk")
  public void bulk(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("bulk")
  public Response bulkHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
