package io.tidings.sse.jaxrs.vault;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.SseExchange;
import io.tidings.sse.jaxrs.SseResource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;

/** The resource of {@link Vault}; not in the index, because only some tests want it. */
@Path("/tenants/{tenant}/vault")
@Produces("text/event-stream")
@RolesAllowed({"clerk", "boss"})
public final class VaultResource implements SseResource<Vault> {

  @Override
  public StreamDefinition stream() {
    return VaultPublisher.STREAM;
  }

  @Override
  public Vault publisher(Hub hub) {
    return new VaultPublisher(hub);
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
  @Path("notes")
  @PermitAll
  public void notes(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("notes")
  @PermitAll
  public Response notesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("reports/{id}")
  @RolesAllowed("boss")
  public void reports(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("reports/{id}")
  @RolesAllowed("boss")
  public Response reportsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("secrets")
  @DenyAll
  public void secrets(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("secrets")
  @DenyAll
  public Response secretsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("orders")
  public void orders(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("orders")
  public Response ordersHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  @GET
  @Path("doors")
  public void doors(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  @HEAD
  @Path("doors")
  public Response doorsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
