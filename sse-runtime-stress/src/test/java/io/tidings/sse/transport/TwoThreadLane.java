package io.tidings.sse.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what it is given for two threads: the lane's own, and one aside. */
final class TwoThreadLane extends TestLane {

  private final Queue<Runnable> own = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> others = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    own.add(task);
  }

  @Override
  public void later(Runnable task) {
    own.add(task);
  }

  @Override
  void keepAside(Runnable turn) {
    others.add(turn);
  }

  /** Runs what is there for its own thread. */
  void runOwn() {
    runAll(own);
  }

  /** Runs what is there for the thread aside. */
  void runAside() {
    runAll(others);
  }

  /** Runs everything, for want of other threads. */
  void runRest() {
    while (!own.isEmpty() || !others.isEmpty()) {
      runOwn();
      runAside();
    }
  }

  private static void runAll(Queue<Runnable> tasks) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
