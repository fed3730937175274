package io.tidings.sse.jaxrs.crowd;

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

/** The resource of {@link Crowd}. */
@Path("/crowd")
@Produces("text/event-stream")
public final class CrowdResource implements SseResource<Crowd> {

  @Override
  public StreamDefinition stream() {
    return Crowd.STREAM;
  }

  @Override
  public Crowd publisher(Hub hub) {
    return new Crowd(hub);
  }

  @GET
  public void topics(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @GET
  @Path("rooms/{name}")
  public void rooms(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("rooms/{name}")
  public Response rooms(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("brief")
  public void brief(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }
}
