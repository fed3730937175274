package io.tidings.sse.transport;

import java.util.concurrent.Executor;

/** Runs tasks one after the other, in the order in which they come, with one batch for them all. */
interface Lane extends Executor {

  /**
   * Runs a task when it is its turn among those who catch up: what is new goes first, but does not
   * keep it waiting for ever. For tasks of this lane only.
   */
  void later(Runnable task);

  /** The batch of this lane; for its tasks only. */
  Batch batch();
}
