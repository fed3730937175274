package io.tidings.sse.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A lane that takes tasks from any thread, and runs them when a test says so, on one. */
final class ManualLane extends TestLane {

  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> patient = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    inbox.add(task);
  }

  @Override
  public void later(Runnable task) {
    patient.add(task);
  }

  @Override
  void keepAside(Runnable turn) {
    patient.add(turn);
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
