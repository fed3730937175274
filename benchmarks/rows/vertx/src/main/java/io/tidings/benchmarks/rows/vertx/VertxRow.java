package io.tidings.benchmarks.rows.vertx;

import io.tidings.benchmarks.harness.RowServer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Vert.x at its best: one verticle a processor, the frame built once, every response written on its
 * own event loop.
 */
public final class VertxRow implements RowServer {

  private static final int PATIENCE_S = 20;

  private final Vertx vertx = Vertx.vertx();
  private final List<EventsVerticle> verticles = new CopyOnWriteArrayList<>();
  private final AtomicInteger port = new AtomicInteger();

  @Override
  public int start() throws Exception {
    int loops = Runtime.getRuntime().availableProcessors();
    vertx
        .deployVerticle(this::verticle, new DeploymentOptions().setInstances(loops))
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_S, TimeUnit.SECONDS);
    return port.get();
  }

  private EventsVerticle verticle() {
    EventsVerticle verticle = new EventsVerticle(port);
    verticles.add(verticle);
    return verticle;
  }

  @Override
  public void publish(String id, String data) {
    Buffer frame = Buffer.buffer("id: " + id + "\nevent: " + EVENT + "\ndata: " + data + "\n\n");
    verticles.forEach(verticle -> verticle.send(frame));
  }

  @Override
  public int readers() {
    return verticles.stream().mapToInt(EventsVerticle::readers).sum();
  }
}
