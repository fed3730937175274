package good;

import io.tidings.sse.annotations.SseGenerated;
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
import javax.annotation.processing.Generated;

/**
 * The resource of {@code Fleet}.
 *
 * <p>Variables of every kind.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
@Path("/fleet")
@Produces("text/event-stream")
public final class FleetResource implements SseResource<Fleet> {
  /**
   * Made by the runtime.
   */
  public FleetResource() {
  }

  @Override
  public StreamDefinition stream() {
    return FleetPublisher.STREAM;
  }

  @Override
  public Fleet publisher(Hub hub) {
    return new FleetPublisher(hub);
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
  @Path("vehicles/{vin}/position")
  public void vehiclesPosition(@Context SseEventSink sink,
      @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("vehicles/{vin}/position")
  public Response vehiclesPositionHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("devices")
  public void devices(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("devices")
  public Response devicesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("kinds/{kind}/{on}/{letter}")
  public void kinds(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("kinds/{kind}/{on}/{letter}")
  public Response kindsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("amounts/{amount}/{plate}")
  public void amounts(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("amounts/{amount}/{plate}")
  public Response amountsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("amounts/all/{number}")
  public void amountsAll(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("amounts/all/{number}")
  public Response amountsAllHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
