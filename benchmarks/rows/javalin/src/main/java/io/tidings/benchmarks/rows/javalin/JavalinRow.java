package io.tidings.benchmarks.rows.javalin;

import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import io.tidings.benchmarks.harness.RowServer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A set of clients that the publishing thread sends to, one after another. */
public final class JavalinRow implements RowServer {

  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private final Javalin server =
      Javalin.create(
          configuration -> {
            configuration.startup.showJavalinBanner = false;
            configuration.jetty.host = "127.0.0.1";
            configuration.jetty.port = 0;
            configuration.routes.sse(path(), this::subscribe);
          });

  private void subscribe(SseClient client) {
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    clients.add(client);
  }

  @Override
  public int start() {
    return server.start().port();
  }

  @Override
  public void publish(String id, String data) {
    for (SseClient client : clients) {
      client.sendEvent(EVENT, data, id);
    }
    clients.removeIf(SseClient::terminated);
  }

  @Override
  public int readers() {
    return clients.size();
  }
}
