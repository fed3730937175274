package io.tidings.sse.transport;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs tasks one after the other, in the order in which they come, with one batch for them all. */
interface Lane extends Executor {

  /**
   * Runs a task when it is its turn among those that have more to do than one turn takes: the
   * others go first, but do not keep it waiting for ever. For tasks of this lane only.
   */
  void later(Runnable task);

  /**
   * Has somebody else do a turn of a reader that still gets what it has missed, with a batch of his
   * own; what is new goes first, but does not keep it waiting for ever.
   */
  void aside(Consumer<Batch> turn);

  /** Whether it is at work. Any thread may ask. */
  boolean isBusy();

  /** Looks whether its tasks wait for a thread that it could not have; by the timer. */
  default void look() {}

  /** How many writes of its tasks brought events to a reader. Any thread may ask. */
  long writes();

  /** The batch of this lane; for its tasks only. */
  Batch batch();

  /** What many readers of this lane get at once; for its tasks only. */
  Batch load();
}
