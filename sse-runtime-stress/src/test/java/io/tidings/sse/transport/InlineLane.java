package io.tidings.sse.transport;

/** Runs what it is given at once, on the thread that gives it. */
final class InlineLane implements Lane {

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void later(Runnable task) {
    task.run();
  }

  @Override
  public Batch batch() {
    return new Batch();
  }
}
