package io.tidings.sse.transport;

import java.util.function.Consumer;

/** The batches of a lane whose tasks run when a test says so. */
abstract class TestLane implements Lane {

  private final Batch batch = new Batch();
  private final Batch load = new Batch();
  private final Batch aside = new Batch();

  /** Keeps a turn that somebody else is to do. */
  abstract void keepAside(Runnable turn);

  @Override
  public final void aside(Consumer<Batch> turn) {
    keepAside(() -> turn.accept(aside));
  }

  @Override
  public final boolean isBusy() {
    return false;
  }

  @Override
  public final long writes() {
    return batch.writes() + load.writes();
  }

  @Override
  public final Batch batch() {
    return batch;
  }

  @Override
  public final Batch load() {
    return load;
  }
}
