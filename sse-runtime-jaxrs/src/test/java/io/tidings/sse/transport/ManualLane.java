package io.tidings.sse.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A lane whose tasks run when a test says so. For one thread. */
final class ManualLane implements Lane {

  private final Deque<Runnable> inbox = new ArrayDeque<>();
  private final Deque<Runnable> patient = new ArrayDeque<>();
  private final Batch batch = new Batch();
  private final Batch load = new Batch();
  private final Batch aside = new Batch();

  @Override
  public void execute(Runnable task) {
    inbox.add(task);
  }

  @Override
  public void later(Runnable task) {
    patient.add(task);
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public Batch load() {
    return load;
  }

  @Override
  public void aside(Consumer<Batch> turn) {
    patient.add(() -> turn.accept(aside));
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  /** Runs every task, and those that come meanwhile. */
  void runAll() {
    while (waiting() > 0) {
      runOne();
    }
  }

  /** Runs what is new, and nobody who catches up. */
  void runNew() {
    while (!inbox.isEmpty()) {
      inbox.remove().run();
    }
  }

  /** Runs one task. */
  void runOne() {
    (inbox.isEmpty() ? patient : inbox).remove().run();
  }

  /** The next one who catches up, for another thread to run. */
  Runnable takePatient() {
    return patient.remove();
  }

  int waiting() {
    return inbox.size() + patient.size();
  }
}
