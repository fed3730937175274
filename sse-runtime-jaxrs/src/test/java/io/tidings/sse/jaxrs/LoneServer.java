package io.tidings.sse.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * A server in a process of its own, with a publisher and a healthy reader in it, which says what
 * happens on its output.
 */
final class LoneServer implements HubListener {

  static final String SERVES = "serves ";
  static final String READERS = "readers ";
  static final String STANDING = "standing ";
  static final String HEALTHY = "healthy ";
  static final String ENDED = "ended ";
  static final String FAILED = "failed ";

  private static final String DATA = "data: ";
  private static final String FILLING = "z".repeat(20_000);

  private final StandingWrites writes = new StandingWrites();
  private final Hub hub;
  private final Pipe pipe;

  // Used by the publishing thread.
  private int next;
  private String readers = "";
  private List<String> standing = List.of();

  private LoneServer() {
    this.hub = Hub.builder().codec(JacksonCodec.create()).listener(this).build();
    this.pipe = new Pipe(hub);
  }

  public static void main(String[] arguments) throws Exception {
    new LoneServer().serve(WayOut.valueOf(arguments[0]));
  }

  private void serve(WayOut way) throws Exception {
    TestServer server =
        way.start(
            new ResourceConfig(PipeResource.class).register(SseFeature.of(hub)),
            KitServers.PATIENT);
    new Thread(() -> read(server.port()), "healthy reader").start();
    say(SERVES + server.port());
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(this::publishAndLook, 0, 10, TimeUnit.MILLISECONDS)
        .get(); // which is until it fails, or the process is ended
  }

  private void publishAndLook() {
    pipe.line(Pipe.STRICT, FILLING);
    pipe.line(Pipe.CALM, "" + next++);
    String connected = hub.connections().stream().map(Connection::clientId).sorted().toList() + "";
    if (!connected.equals(readers)) {
      readers = connected;
      say(READERS + connected);
    }
    List<String> seen = writes.look();
    if (!seen.equals(standing)) {
      standing = seen;
      say(STANDING + seen);
    }
  }

  /** Reads everything, and says so now and then. */
  private static void read(int port) {
    String stream = "http://127.0.0.1:" + port + "/pipe/" + Pipe.CALM + "?clientId=healthy";
    try (InputStream in = URI.create(stream).toURL().openStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      Iterator<Integer> numbers =
          lines
              .lines()
              .filter(line -> line.startsWith(DATA))
              .map(line -> Integer.parseInt(line.substring(DATA.length())))
              .iterator();
      for (int expected = numbers.next() + 1; numbers.next() == expected; expected++) {
        if (expected % 20 == 0) {
          say(HEALTHY + expected);
        }
      }
      say(HEALTHY + "missed one");
    } catch (IOException | RuntimeException e) {
      say(HEALTHY + "failed with " + e);
    }
  }

  @Override
  public void unsubscribed(Connection connection, CloseReason reason) {
    say(ENDED + connection.clientId() + " " + reason);
  }

  @Override
  public void failed(Connection connection, Throwable failure) {
    say(FAILED + connection.clientId() + " " + failure);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
