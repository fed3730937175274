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
 * The resource of {@code Markets}.
 *
 * <p>What happens on the markets.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
@Path("/markets")
@Produces("text/event-stream")
public final class MarketsResource implements SseResource<Markets> {
  /**
   * Made by the runtime.
   */
  public MarketsResource() {
  }

  @Override
  public StreamDefinition stream() {
    return MarketsPublisher.STREAM;
  }

  @Override
  public Markets publisher(Hub hub) {
    return new MarketsPublisher(hub);
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
  @Path("prices/{symbol}")
  public void prices(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("prices/{symbol}")
  public Response pricesHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("alerts")
  public void alerts(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("alerts")
  public Response alertsHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
