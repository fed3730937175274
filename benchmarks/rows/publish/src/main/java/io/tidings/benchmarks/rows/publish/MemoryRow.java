package io.tidings.benchmarks.rows.publish;

import io.tidings.benchmarks.harness.PublishRow;
import io.tidings.sse.hub.Hub;

/** The newest events of a topic in memory. */
public final class MemoryRow implements PublishRow {

  private final Kept kept = new KeptPublisher(Hub.create());

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void start() {
    // A hub in memory is ready when it is made.
  }

  @Override
  public void publish(String data) {
    kept.price(data);
  }
}
