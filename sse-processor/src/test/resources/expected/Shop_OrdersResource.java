package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.SseExchange;
import io.tidings.sse.jaxrs.SseResource;
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
import javax.annotation.processing.Generated;

/**
 * The resource of {@code Orders}.
 *
 * <p>The orders of one tenant.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
@Path("/tenants/{tenant}/orders")
@Produces("text/event-stream")
@RolesAllowed({
    "clerk",
    "boss"
})
public final class Shop_OrdersResource implements SseResource<Shop.Orders> {
  /**
   * Made by the runtime.
   */
  public Shop_OrdersResource() {
  }

  @Override
  public StreamDefinition stream() {
    return Shop_OrdersPublisher.STREAM;
  }

  @Override
  public Shop.Orders publisher(Hub hub) {
    return new Shop_OrdersPublisher(hub);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  public void topics(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  public Response topicsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("changes/{id}")
  public void changes(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("changes/{id}")
  public Response changesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("stock")
  @PermitAll
  public void shortages(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("stock")
  @PermitAll
  public Response shortagesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("raw")
  public void raw(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("raw")
  public Response rawHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("default")
  public void default_(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("default")
  public Response default_Head(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("alive")
  public void alive(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("alive")
  public Response aliveHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
