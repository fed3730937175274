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
 * The resource of {@code Names}.
 *
 * <p>Names that stand in one another's way.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
@Path("/")
@Produces("text/event-stream")
public final class NamesResource implements SseResource<Names> {
  /**
   * Made by the runtime.
   */
  public NamesResource() {
  }

  @Override
  public StreamDefinition stream() {
    return NamesPublisher.STREAM;
  }

  @Override
  public Names publisher(Hub hub) {
    return new NamesPublisher(hub);
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
  @Path("string/{encode}/{check}")
  public void string(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("string/{encode}/{check}")
  public Response stringHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("stream")
  public void stream_(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("stream")
  public Response stream_Head(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("topics")
  public void topics_(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("topics")
  public Response topics_Head(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("publisher")
  public void publisher_(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("publisher")
  public Response publisher_Head(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("a")
  public void a(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("a")
  public Response aHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("b")
  public void b(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("b")
  public Response bHead(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }

  /**
   * Opens a subscription.
   *
   * @param sink where the events go
   * @param request who asks for what
   */
  @GET
  @Path("new/{PUBLISH}")
  public void new_(@Context SseEventSink sink, @Context ContainerRequestContext request) {
    SseExchange.open(request, sink);
  }

  /**
   * Answers with headers only.
   *
   * @param request who asks for what
   * @return the same headers, without a subscription
   */
  @HEAD
  @Path("new/{PUBLISH}")
  public Response new_Head(@Context ContainerRequestContext request) {
    return SseExchange.head(request);
  }
}
