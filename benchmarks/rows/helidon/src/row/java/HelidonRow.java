import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import io.tidings.benchmarks.harness.RowMain;
import io.tidings.benchmarks.harness.RowServer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Sinks that the publishing thread writes to, one after another, while each reader's virtual thread
 * waits. Compiled when it is started, because Helidon's classes need a newer JDK than the build.
 */
public final class HelidonRow implements RowServer {

  private final Map<SseSink, CountDownLatch> sinks = new ConcurrentHashMap<>();
  private final WebServer server =
      WebServer.builder()
          .host("127.0.0.1")
          .port(0)
          .routing((HttpRouting.Builder routing) -> routing.get(path(), this::subscribe))
          .build();

  /** Runs this row. */
  public static void main(String[] arguments) {
    RowMain.run(new HelidonRow());
  }

  private void subscribe(ServerRequest request, ServerResponse response)
      throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      sinks.put(sink, gone);
      gone.await();
    }
  }

  @Override
  public int start() {
    return server.start().port();
  }

  @Override
  public void publish(String id, String data) {
    SseEvent event = SseEvent.builder().id(id).name(EVENT).data(data).build();
    sinks.forEach((sink, gone) -> send(sink, gone, event));
  }

  private void send(SseSink sink, CountDownLatch gone, SseEvent event) {
    try {
      sink.emit(event);
    } catch (RuntimeException failure) {
      sinks.remove(sink);
      gone.countDown();
    }
  }

  @Override
  public int readers() {
    return sinks.size();
  }
}
