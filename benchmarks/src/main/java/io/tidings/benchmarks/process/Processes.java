package io.tidings.benchmarks.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a run has started so far, so that none of it outlives a run that cannot start the rest. Used
 * by one thread.
 */
public final class Processes implements AutoCloseable {

  private final Deque<Running> started = new ArrayDeque<>();

  /** Takes a process, and returns it. */
  public <T extends Running> T add(T process) {
    started.push(process);
    return process;
  }

  /** Ends all of them, the last first. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
