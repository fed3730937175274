package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same streams over HTTP/2. */
final class Http2IT {

  private final Server server = new Server();
  private final ServerConnector connector = connector(server);
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    server.setHandler(new Streams());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void reconnectsWithItsCursorAndStopsAt204() throws Exception {
    bodies.add("retry: 1\nid: e-1\ndata: a\n\n");
    bodies.add("id: e-2\ndata: b\n\nid: e-3\ndata: half");

    EventStream stream = client().listen(recorder);
    stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);

    assertThat(recorder.lines)
        .containsExactly(
            "open", "event message [e-1] a", "open", "event message [e-2] b", "end NO_CONTENT");
    assertThat(requests).containsExactly("HTTP/2.0 null", "HTTP/2.0 e-1", "HTTP/2.0 e-2");
  }

  @Test
  void closesAtOnce() throws Exception {
    bodies.add("open: data: a\n\n");

    EventStream stream = client().listen(recorder);
    await().until(() -> recorder.lines.contains("open"));
    stream.close();

    assertThat(stream.done().toCompletableFuture().get(10, TimeUnit.SECONDS))
        .isEqualTo(EndReason.CLOSED);
  }

  private SseClient client() {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    URI uri = URI.create("http://localhost:" + connector.getLocalPort() + "/stream");
    return SseClient.builder(uri).httpClient(http).build();
  }

  private static ServerConnector connector(Server server) {
    HttpConfiguration configuration = new HttpConfiguration();
    return new ServerConnector(
        server,
        new HttpConnectionFactory(configuration),
        new HTTP2CServerConnectionFactory(configuration));
  }

  /** Sends one body after the other, then 204; one that starts with {@code open:} stays open. */
  private final class Streams extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String id = request.getHeaders().get("Last-Event-ID");
      requests.add(request.getConnectionMetaData().getHttpVersion().asString() + ' ' + id);
      if (bodies.isEmpty()) {
        response.setStatus(204);
        callback.succeeded();
        return true;
      }
      String body = bodies.remove(0);
      boolean last = !body.startsWith("open: ");
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(body.replaceFirst("^open: ", ""));
      response.write(last, bytes, last ? callback : Callback.NOOP);
      return true;
    }
  }
}
