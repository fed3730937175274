package io.tidings.sse.hub;

import java.time.Duration;

/** Runs short tasks later, one at a time, on a thread that never blocks. Safe for any thread. */
public interface Timer extends AutoCloseable {

  /** Runs a task again and again, until the timer is closed; a failing task is run again. */
  void every(Duration period, Runnable task);

  /** Runs a task once. */
  void after(Duration delay, Runnable task);

  /** Runs nothing any more. */
  @Override
  void close();
}
