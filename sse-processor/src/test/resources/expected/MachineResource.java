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
 * The resource of {@code Machine}.
 *
 * <p>Payloads that are asked for.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
@Path("/machines/{machine}")
@Produces("text/event-stream")
public final class MachineResource implements SseResource<Machine> {
  /**
   * Made by the runtime.
   */
  public MachineResource() {
  }

  @Override
  public StreamDefinition stream() {
    return MachinePublisher.STREAM;
  }

  @Override
  public Machine publisher(Hub hub) {
    return new MachinePublisher(hub);
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
  @Path("load")
  public void load(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("load")
  public Response loadHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("disks/{disk}/{letter}")
  public void disks(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("disks/{disk}/{letter}")
  public Response disksHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("users")
  public void users(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("users")
  public Response usersHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
