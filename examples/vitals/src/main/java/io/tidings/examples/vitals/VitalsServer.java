package io.tidings.examples.vitals;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubClosedException;
import io.tidings.sse.jaxrs.SseFeature;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The whole example: instruments, hub and web server.
 *
 * <p>Grizzly carries it, because it needs no servlet API, starts in well under a second and is the
 * smallest server that Jersey has.
 */
final class VitalsServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(VitalsServer.class.getName());
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final Hub hub = Hub.create();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "vitals-sampler"));
  private final HttpServer http;
  private final CollectionWatch collections;
  private final Sampler sampler;

  private VitalsServer(URI address) {
    Instruments instruments = Instruments.ofThisJvm();
    // tag::server
    ResourceConfig application =
        new ResourceConfig()
            .register(SseFeature.of(hub))
            .register(Page.class)
            .register(CollectionOrder.class)
            .property(ServerProperties.WADL_FEATURE_DISABLE, true);
    Vitals vitals = new VitalsPublisher(hub);
    // end::server
    http = GrizzlyHttpServerFactory.createHttpServer(address, application, false);
    collections = new CollectionWatch(instruments, run -> attempt(() -> vitals.collected(run)));
    sampler = new Sampler(vitals, instruments, Clock.systemUTC());
  }

  /** Returns when the page can be opened; throws when the port is not to be had. */
  static VitalsServer start(Options options) throws IOException {
    URI address = address(options);
    VitalsServer server = new VitalsServer(address);
    try {
      server.open();
      return server;
    } catch (IOException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  // Grizzly would take a name that nobody knows, and stumble over it later.
  private static URI address(Options options) throws UnknownHostException {
    InetAddress.getByName(options.host());
    return UriBuilder.newInstance()
        .scheme("http")
        .host(options.host())
        .port(options.port())
        .build();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // attempt() keeps failures to itself
  private void open() throws IOException {
    http.start();
    sampler.introduce();
    collections.open();
    scheduler.scheduleAtFixedRate(
        () -> attempt(sampler::sample),
        FIRST.toMillis(),
        INTERVAL.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  // A task that throws would never be called again, and a listener that throws harms the JVM's
  // thread.
  private static void attempt(Runnable publishing) {
    try {
      publishing.run();
    } catch (HubClosedException stopping) {
      // The last sample may be under way when the server stops; nobody waits for it.
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "what was measured could not be published", failure);
    }
  }

  /** Where the page is. */
  URI address() {
    var listener = http.getListeners().iterator().next();
    return URI.create("http://" + listener.getHost() + ":" + listener.getPort());
  }

  /** Stops in the order in which events flow, so that nobody publishes to a closed hub. */
  @Override
  public void close() {
    scheduler.shutdownNow();
    collections.close();
    hub.close(DRAIN);
    http.shutdownNow();
  }
}
