package io.tidings.sse.transport;

import java.util.function.Consumer;

/** Runs what it is given at once, on the thread that gives it. */
final class InlineLane implements Lane {

  private final Batch load = new Batch();

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void later(Runnable task) {
    task.run();
  }

  @Override
  public void aside(Consumer<Batch> turn) {
    turn.accept(batch());
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public long writes() {
    return load.writes();
  }

  @Override
  public Batch batch() {
    return new Batch();
  }

  @Override
  public Batch load() {
    return load;
  }
}
