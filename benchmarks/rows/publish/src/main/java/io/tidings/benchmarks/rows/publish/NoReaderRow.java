package io.tidings.benchmarks.rows.publish;

import io.tidings.benchmarks.harness.PublishRow;
import io.tidings.sse.hub.Hub;

/** A topic that nobody reads and that keeps nothing. */
public final class NoReaderRow implements PublishRow {

  private final Passing passing = new PassingPublisher(Hub.create());

  @Override
  public String name() {
    return "no-reader";
  }

  @Override
  public void start() {
    // A hub in memory is ready when it is made.
  }

  @Override
  public void publish(String data) {
    passing.price(data);
  }
}
