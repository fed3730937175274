package io.tidings.benchmarks.rows.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop with its readers. */
final class EventsVerticle extends VerticleBase {

  // The lag that a reader may have, as Tidings allows by default; a slower one is cut off.
  private static final int MAX_QUEUE = 4 * 1_024 * 1_024;

  // A free one, the same for all verticles of the deployment.
  private static final int SHARED_PORT = -1;

  private final AtomicInteger port;
  private final Set<HttpServerResponse> readers = ConcurrentHashMap.newKeySet();

  EventsVerticle(AtomicInteger port) {
    this.port = port;
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer()
        .requestHandler(this::subscribe)
        .listen(SHARED_PORT, "127.0.0.1")
        .onSuccess(server -> port.set(server.actualPort()));
  }

  private void subscribe(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    response.setWriteQueueMaxSize(MAX_QUEUE);
    response.closeHandler(gone -> readers.remove(response));
    response.exceptionHandler(failure -> readers.remove(response));
    response.writeHead();
    readers.add(response);
  }

  /** Writes the frame to all readers of this loop. Any thread. */
  void send(Buffer frame) {
    Context loop = context;
    loop.runOnContext(now -> readers.forEach(reader -> send(reader, frame)));
  }

  private void send(HttpServerResponse reader, Buffer frame) {
    if (reader.writeQueueFull()) {
      readers.remove(reader);
      reader.reset();
    } else {
      reader.write(frame);
    }
  }

  int readers() {
    return readers.size();
  }
}
