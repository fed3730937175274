package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubClosedException;
import io.tidings.sse.jaxrs.markets.Markets;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import io.tidings.sse.jaxrs.markets.MarketsResource;
import io.tidings.sse.jaxrs.markets.Orders;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The feature in a real application: discovery, injection, life and death. */
final class SseFeatureIT {

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeEverything() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T closedAtTheEnd(T closeable) {
    open.add(closeable);
    return closeable;
  }

  private Hub hub() {
    Hub hub = Hub.create();
    open.add(() -> hub.close(Duration.ofMillis(500)));
    return hub;
  }

  private TestServer serve(Application application) throws IOException {
    return closedAtTheEnd(GrizzlyServer.start(application));
  }

  private RawResponse get(TestServer server, String target) throws IOException {
    return closedAtTheEnd(RawClient.to(server.port())).get(target);
  }

  private void post(TestServer server, String target) throws IOException {
    RawClient client = closedAtTheEnd(RawClient.to(server.port()));
    assertThat(client.exchange("POST", target, "Content-Length: 0").status()).isEqualTo(204);
  }

  /** Skips what comes before live events. */
  private RawResponse live(TestServer server) throws IOException {
    RawResponse stream = get(server, "/markets/alerts");
    stream.block();
    stream.block();
    return stream;
  }

  @Test
  void serveEveryGeneratedResourceThatIsListed() throws Exception {
    TestServer server = serve(new ResourceConfig().register(SseFeature.of(hub())));

    assertThat(get(server, "/markets/alerts").status()).isEqualTo(200);
    assertThat(get(server, "/tenants/a/orders/number/1?kind=x").status()).isEqualTo(200);
  }

  @Test
  void onlyNarrowsToTheNamedStreams() throws Exception {
    SseFeature feature = SseFeature.of(hub()).only(Markets.class);
    TestServer server = serve(new ResourceConfig().register(feature));

    assertThat(get(server, "/markets/alerts").status()).isEqualTo(200);
    assertThat(get(server, "/tenants/a/orders/number/1?kind=x").status()).isEqualTo(404);
  }

  @Test
  void aStreamThatIsNotListedIsRefusedAtStart() {
    SseFeature feature = SseFeature.of(hub()).only(Runnable.class);

    assertThatThrownBy(() -> serve(new ResourceConfig().register(feature)))
        .hasStackTraceContaining("stream java.lang.Runnable must be listed in a META-INF")
        .hasStackTraceContaining("sse-processor");
  }

  @Test
  void aResourceThatTheApplicationRegisteredItselfIsServedOnce() throws Exception {
    Hub hub = hub();
    for (Application application :
        List.of(
            new ResourceConfig(MarketsResource.class).register(SseFeature.of(hub)),
            new ResourceConfig().register(new MarketsResource()).register(SseFeature.of(hub)),
            new ResourceConfig()
                .packages("io.tidings.sse.jaxrs.markets")
                .register(SseFeature.of(hub)),
            new PlainApplication(hub))) {
      TestServer server = serve(application);

      RawResponse stream = live(server);
      new MarketsPublisher(hub).alert("once");

      assertThat(stream.block()).endsWith("data: once\n\n");
    }
  }

  /** An application without Jersey's own class. */
  private static final class PlainApplication extends Application {

    private final Hub hub;

    PlainApplication(Hub hub) {
      this.hub = hub;
    }

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(MarketsResource.class);
    }

    @Override
    @SuppressWarnings("deprecation") // the only way to give a plain application an instance
    public Set<Object> getSingletons() {
      return Set.of(SseFeature.of(hub));
    }
  }

  @Test
  void worksWithoutAutoDiscovery() throws Exception {
    Hub hub = hub();
    TestServer server =
        serve(
            new ResourceConfig()
                .register(SseFeature.of(hub))
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true));

    RawResponse stream = live(server);
    new MarketsPublisher(hub).alert("here");

    assertThat(stream.block()).endsWith("data: here\n\n");
  }

  @Test
  void injectsTheHubAndEveryStream() throws Exception {
    TestServer server = serve(new ResourceConfig(Announcements.class).register(SseFeature.class));

    RawResponse stream = live(server);
    post(server, "/announcements");

    assertThat(stream.block()).endsWith("data: injected\n\n");
    assertThat(stream.block()).endsWith("data: injected class\n\n");
  }

  /** Publishes through what was injected. */
  @Path("announcements")
  public static final class Announcements {

    static final AtomicReference<Hub> LAST_HUB = new AtomicReference<>();

    private final Markets markets;
    private final MarketsPublisher publisher;

    @Inject
    public Announcements(Hub hub, Markets markets, Orders orders, MarketsPublisher publisher) {
      LAST_HUB.set(hub);
      this.markets = markets;
      this.publisher = publisher;
      assertThat(orders).isNotNull();
    }

    @POST
    public void announce() {
      markets.alert("injected");
      publisher.alert("injected class");
    }
  }

  @Test
  void aHubOfTheApplicationsOwnIsClosedWithIt() throws Exception {
    TestServer server =
        GrizzlyServer.start(new ResourceConfig(Announcements.class).register(SseFeature.class));
    post(server, "/announcements");
    Markets markets = new MarketsPublisher(Announcements.LAST_HUB.get());

    server.close();

    assertThatThrownBy(() -> markets.alert("too late")).isInstanceOf(HubClosedException.class);
  }

  @Test
  void aGivenHubOutlivesTheApplicationAndServesTheNext() throws Exception {
    Hub hub = hub();
    Markets markets = new MarketsPublisher(hub);
    GrizzlyServer.start(new ResourceConfig().register(SseFeature.of(hub))).close();

    TestServer next = serve(new ResourceConfig().register(SseFeature.of(hub)));
    RawResponse stream = live(next);
    markets.alert("still here");

    assertThat(stream.block()).endsWith("data: still here\n\n");
  }

  @Test
  void oneFeatureServesSeveralApplications() throws Exception {
    Hub hub = hub();
    SseFeature feature = SseFeature.of(hub);
    RawResponse one = live(serve(new ResourceConfig().register(feature)));
    RawResponse two = live(serve(new ResourceConfig().register(feature)));

    new MarketsPublisher(hub).alert("to both");

    assertThat(one.block()).endsWith("data: to both\n\n");
    assertThat(two.block()).endsWith("data: to both\n\n");
  }

  @Test
  void aContainerThatCannotStreamIsRefusedAtStart() {
    ResourceConfig application = new ResourceConfig().register(SseFeature.of(hub()));

    assertThatThrownBy(
            () ->
                JdkHttpServerFactory.createHttpServer(
                    URI.create("http://localhost:0/"), application))
        .hasStackTraceContaining("container must be able to suspend a request; was org.glassfish")
        .hasStackTraceContaining("jersey-container-grizzly2-http");
  }

  @Test
  void aContainerThatCannotStreamAndDidNotSaySoFailsClearlyOnFirstUse() throws Exception {
    HttpHandler handler =
        ContainerFactory.createContainer(
            HttpHandler.class, new ResourceConfig().register(SseFeature.of(hub())));
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    open.add(() -> server.stop(0));
    server.createContext("/", handler);
    server.start();

    RawClient client = closedAtTheEnd(RawClient.to(server.getAddress().getPort()));
    RawResponse refused = client.get("/markets/alerts");

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.rest()).contains("cannot suspend a request");
  }
}
