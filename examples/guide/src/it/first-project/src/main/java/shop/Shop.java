package shop;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Ships one order, and reads about it over HTTP as any client would. Exits with 0 when the event arrived. */
public final class Shop {

  public static void main(String[] arguments) throws Exception {
    Hub hub = Hub.create();
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:0/"), new ResourceConfig().register(SseFeature.of(hub)));
    int port = server.getListeners().iterator().next().getPort();
    Orders orders = new OrdersPublisher(hub);
    URI progress = URI.create("http://localhost:" + port + "/orders/7/progress");
    try (InputStream stream = progress.toURL().openStream()) {
      orders.shipped(7, new Orders.Parcel("DHL", "00340434"));
      System.out.println("received " + firstData(stream));
    }
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
