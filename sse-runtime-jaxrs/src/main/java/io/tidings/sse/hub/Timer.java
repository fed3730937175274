package io.tidings.sse.hub;

import java.time.Duration;

/** Runs short tasks later, one at a time, on a thread that never blocks. Safe for any thread. */
public interface Timer extends AutoCloseable {

  /**
   * Runs a task again and again, until the timer is closed; a failing task is run again.
   *
   * @param period the time between two runs
   * @param task what is run; it must not block
   */
  void every(Duration period, Runnable task);

  /**
   * Runs a task once.
   *
   * @param delay the time until it runs
   * @param task what is run; it must not block
   */
  void after(Duration delay, Runnable task);

  /** Runs nothing any more. */
  @Override
  void close();
}
