package clinic;

import io.tidings.sse.client.EventStream;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Frees a bed, and hears of it as any client would and through the generated one. Exits with 0 when both did. */
public final class Clinic {

  public static void main(String[] arguments) throws Exception {
    Hub hub = Hub.create();
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:0/"), new ResourceConfig().register(SseFeature.of(hub)));
    int port = server.getListeners().iterator().next().getPort();
    Beds beds = new BedsPublisher(hub);
    URI north = URI.create("http://localhost:" + port + "/beds/wards/NORTH");
    try (InputStream stream = north.toURL().openStream()) {
      beds.changed(Beds.Ward.NORTH, new Beds.Bed(4, true));
      System.out.println("received " + firstData(stream));
    }
    CompletableFuture<Beds.Bed> heard = new CompletableFuture<>();
    EventStream listening =
        BedsClient.connect(URI.create("http://localhost:" + port))
            .subscribe((ward, bed) -> heard.complete(bed), new BedsTopic.Wards(Beds.Ward.NORTH));
    System.out.println("heard " + heard.get(20, TimeUnit.SECONDS));
    listening.close();
    hub.close(Duration.ofSeconds(5));
    server.shutdownNow();
  }

  private static String firstData(InputStream stream) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("data: ")) {
        return line.substring("data: ".length());
      }
    }
    throw new IllegalStateException("the stream must carry the event; it ended without");
  }
}
