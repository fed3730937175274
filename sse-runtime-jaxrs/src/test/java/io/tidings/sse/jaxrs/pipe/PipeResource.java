package io.tidings.sse.jaxrs.pipe;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.SseExchange;
import io.tidings.sse.jaxrs.SseResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;

/** The resource of {@link Pipe}, and a page that is no stream. */
@Path("/pipe")
@Produces("text/event-stream")
public final class PipeResource implements SseResource<Pipe> {

  @Override
  public StreamDefinition stream() {
    return Pipe.STREAM;
  }

  @Override
  public Pipe publisher(Hub hub) {
    return new Pipe(hub);
  }

  @GET
  public void topics(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @GET
  @Path(Pipe.CALM)
  public void calm(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @GET
  @Path(Pipe.BEATING)
  public void beating(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @GET
  @Path(Pipe.BRIEF)
  public void brief(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @GET
  @Path(Pipe.STRICT)
  public void strict(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }
}
