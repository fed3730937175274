package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** A hub behind a server that a test starts, and clients that leave when the test is over. */
abstract class ServedHub {

  private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
  Hub hub;
  TestServer server;

  @AfterEach
  void stop() throws Exception {
    hub.close(Duration.ofSeconds(1));
    for (AutoCloseable one : opened) {
      one.close();
    }
    server.close();
  }

  /** What is closed at the end of the test. */
  <C extends AutoCloseable> C opened(C one) {
    opened.add(one);
    return one;
  }

  RawClient client() throws IOException {
    return opened(RawClient.to(server));
  }

  RawClient clientWithTinyWindow() throws IOException {
    return opened(RawClient.withTinyWindow(server));
  }

  RawResponse get(String target, String... headers) throws IOException {
    return client().get(target, headers);
  }
}
