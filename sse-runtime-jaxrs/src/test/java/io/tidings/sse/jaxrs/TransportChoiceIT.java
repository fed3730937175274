package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Which way out is taken, and what the log says about it; alone, because all share it. */
@Isolated
final class TransportChoiceIT {

  private static final String GRIZZLY = "Grizzly's connection";
  private static final String SERVLET = "the servlet container's non-blocking output";
  private static final String SINK = "the container's SseEventSink";

  /** Starts a server. */
  private interface Container {
    TestServer start(Application application, Duration idle) throws Exception;
  }

  private final LogCapture log = new LogCapture(SseFeature.class);
  private Hub hub;

  @BeforeEach
  void open() {
    hub = Hub.create();
  }

  @AfterEach
  void close() {
    hub.close(Duration.ofMillis(500));
    log.close();
  }

  /** What the log says while two clients connect to one application. */
  private List<String> said(Container container, SseFeature feature, Object... others)
      throws Exception {
    ResourceConfig application = new ResourceConfig(PipeResource.class).register(feature);
    List.of(others).forEach(application::register);
    Pipe pipe = new Pipe(hub);
    try (TestServer server = container.start(application, KitServers.PATIENT);
        RawClient one = RawClient.to(server.port());
        RawClient two = RawClient.to(server.port())) {
      assertThat(begun(one).status()).isEqualTo(200);
      RawResponse stream = begun(two);
      pipe.line(Pipe.CALM, "here");
      assertThat(stream.block()).endsWith("data: here\n\n");
    }
    return log.messages().stream().filter(text -> text.startsWith("event streams")).toList();
  }

  private static RawResponse begun(RawClient client) throws Exception {
    RawResponse stream = client.get("/pipe/" + Pipe.CALM);
    stream.block();
    stream.block();
    return stream;
  }

  private static String leaving(String way, String reason) {
    return "event streams leave through " + way + ", because " + reason;
  }

  @Test
  void theBestWayIsTakenUnlessToldOtherwise() throws Exception {
    assertThat(said(KitServers::grizzly, SseFeature.of(hub)))
        .containsExactly(leaving(GRIZZLY, "the response is plain HTTP/1.1 in chunks"));
  }

  @Test
  void withoutTakeoversTheServletApiIsLeft() throws Exception {
    assertThat(said(KitServers::jettyEe11, SseFeature.of(hub).withoutTakeovers()))
        .containsExactly(leaving(SERVLET, "it writes without blocking a thread"));
  }

  @Test
  void withoutTakeoversAndWithoutServletsTheEventSinkIsLeft() throws Exception {
    assertThat(said(KitServers::grizzly, SseFeature.of(hub).withoutTakeovers()))
        .containsExactly(leaving(SINK, "the transport is set to STANDARD"));
  }

  @Test
  void portableIsPortableOnEveryContainer() throws Exception {
    SseFeature portable = SseFeature.of(hub).transport(Transport.PORTABLE);

    assertThat(said(KitServers::jettyEe11, portable))
        .containsExactly(leaving(SINK, "the transport is set to PORTABLE"));
  }

  @Test
  void theLogSaysWhyABetterWayWasNotTaken() throws Exception {
    assertThat(said(KitServers::jettyBehindAHandler, SseFeature.of(hub)))
        .containsExactly(
            leaving(
                SERVLET,
                "it writes without blocking a thread; not through a better one: a handler has"
                    + " wrapped the response (Jetty's connection, handed over)"));
  }

  /** Passes everything on. */
  private static final class Passing implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws java.io.IOException {
      context.setOutputStream(new java.io.BufferedOutputStream(context.getOutputStream()));
      context.proceed();
    }
  }

  @Test
  void theLogSaysWhyTheEventSinkIsLeft() throws Exception {
    assertThat(said(KitServers::grizzly, SseFeature.of(hub), new Passing()))
        .containsExactly(
            leaving(
                SINK,
                "an interceptor of the application wants to see every byte (" + GRIZZLY + ")"));
  }
}
