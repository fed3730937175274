package io.tidings.sse.transport;

import java.util.concurrent.Executor;

/** Runs tasks one after the other, in the order in which they come, with one batch for them all. */
interface Lane extends Executor {

  /** The batch of this lane; for its tasks only. */
  Batch batch();
}
