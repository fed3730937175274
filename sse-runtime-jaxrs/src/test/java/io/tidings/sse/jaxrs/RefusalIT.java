package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import io.tidings.sse.jaxrs.markets.MarketsResource;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.glassfish.jersey.jsonb.JsonBindingFeature;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an application's own providers can do to event streams, and what they cannot. */
final class RefusalIT {

  private final Hub hub = Hub.create();
  private final MarketsPublisher markets = new MarketsPublisher(hub);
  private TestServer server;
  private RawClient client;

  @AfterEach
  void stop() throws Exception {
    hub.close(Duration.ofMillis(500));
    client.close();
    server.close();
  }

  /** A request on a connection of its own: Grizzly drops one after some refusals. */
  private RawResponse get(String target, String... headers) throws IOException {
    client.close();
    client = RawClient.to(server.port());
    return client.get(target, headers);
  }

  private void serve(ResourceConfig application) throws IOException {
    server = GrizzlyServer.start(application.register(SseFeature.of(hub)));
    client = RawClient.to(server.port());
  }

  /** Turns everything into 500, as many applications do. */
  private static final class CatchAll implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return Response.serverError().entity("caught").build();
    }
  }

  @Test
  void anExceptionMapperOfTheApplicationDoesNotSeeRefusals() throws Exception {
    serve(new ResourceConfig().register(new CatchAll()).register(JsonBindingFeature.class));

    RawResponse unknown = get("/markets?topic=nothing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.rest()).startsWith("{\"title\":\"unknown topic\"");
    RawResponse none = get("/markets");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.rest()).startsWith("{\"title\":\"no topic\"");
    assertThat(get("/tenants/a/orders/number/x?kind=y").status()).isEqualTo(404);
  }

  @Test
  void anExceptionMapperOfTheApplicationDoesNotSeeThatTheHubIsClosing() throws Exception {
    serve(new ResourceConfig().register(new CatchAll()));
    hub.close(Duration.ofMillis(500));

    assertThat(get("/markets/alerts").status()).isEqualTo(503);
  }

  private void streamsAtOnceAndUnencoded() throws IOException {
    RawResponse stream =
        get("/markets/alerts", "Accept-Encoding: gzip", "Accept: text/event-stream");
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.headers()).doesNotContainKey("Content-Encoding");
    assertThat(stream.block()).contains("retry: ");
    stream.block();
    markets.alert("plain");
    assertThat(stream.block()).startsWith("event: alert\n").endsWith("data: plain\n\n");
  }

  @Test
  void jerseysEncodingFilterLeavesStreamsAlone() throws Exception {
    ResourceConfig application = new ResourceConfig();
    EncodingFilter.enableFor(application, GZipEncoder.class);
    serve(application);

    streamsAtOnceAndUnencoded();
  }

  /** The interceptor of many a tutorial. */
  private static final class GzipEverything implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.setOutputStream(new GZIPOutputStream(context.getOutputStream()));
      context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      context.proceed();
    }
  }

  @Test
  void anInterceptorThatEncodesEverythingLeavesStreamsAlone() throws Exception {
    serve(new ResourceConfig().register(new GzipEverything()));

    streamsAtOnceAndUnencoded();
  }

  /** Spoils the headers that a stream needs. */
  @Priority(Priorities.HEADER_DECORATOR)
  private static final class CacheEverything implements ContainerResponseFilter {
    @Override
    public void filter(
        jakarta.ws.rs.container.ContainerRequestContext request,
        jakarta.ws.rs.container.ContainerResponseContext response) {
      response.getHeaders().putSingle("Cache-Control", "max-age=3600");
      response.getHeaders().add("Content-Encoding", "br");
    }
  }

  @Test
  void aFilterOfTheApplicationDoesNotSpoilTheHeaders() throws Exception {
    serve(new ResourceConfig().register(new CacheEverything()));

    RawResponse stream = get("/markets/alerts");

    assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
    assertThat(stream.headers()).doesNotContainKey("Content-Encoding");
  }

  /** Fails when a response is about to leave. */
  private static final class FailingFilter implements ContainerResponseFilter {
    @Override
    public void filter(
        jakarta.ws.rs.container.ContainerRequestContext request,
        jakarta.ws.rs.container.ContainerResponseContext response) {
      throw new IllegalStateException("filter of the application");
    }
  }

  @Test
  void aResponseFilterThatFailsLeavesNoConnectionBehind() throws Exception {
    serve(new ResourceConfig().register(new FailingFilter()));

    assertThat(get("/markets/alerts").status()).isEqualTo(500);

    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }

  @Test
  void aRequestThatIsNotAuthorizedNeverReachesTheHub() throws Exception {
    ContainerRequestFilter nobody =
        request -> {
          throw new NotAuthorizedException("Basic");
        };
    serve(new ResourceConfig().register(nobody, Priorities.AUTHENTICATION));

    assertThat(get("/markets/alerts").status()).isEqualTo(401);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void aResourceWithoutTheFeatureFailsAndSaysSo() throws Exception {
    server = GrizzlyServer.start(new ResourceConfig(MarketsResource.class));
    client = RawClient.to(server.port());

    assertThat(get("/markets/alerts").status()).isEqualTo(500);
  }
}
