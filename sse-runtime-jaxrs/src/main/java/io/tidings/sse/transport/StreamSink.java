package io.tidings.sse.transport;

import java.io.IOException;

/**
 * Where one connection's bytes go. Called by one thread at a time, never concurrently, but for
 * {@link #abort}.
 */
public interface StreamSink {

  /**
   * Whether a write may block its thread. Such a sink is written to by threads that may wait; any
   * other must return at once.
   *
   * @return whether a write may block
   */
  boolean isBlocking();

  /**
   * Whether the connection stands, as far as is known without asking the kernel. Only a hint:
   * whoever has lost it says so to {@link SinkEvents#gone}, and a write to it fails.
   *
   * @return false when a write is bound to fail
   */
  default boolean isOpen() {
    return true;
  }

  /**
   * Says whom to tell; called once, before the first write.
   *
   * @param events who is told
   * @throws IOException when the connection is of no use any more
   */
  void open(SinkEvents events) throws IOException;

  /**
   * Takes the whole batch and flushes it; the batch is the caller's again afterwards, its arrays
   * never change.
   *
   * @param batch not empty
   * @return whether the next batch may follow at once; if not, {@link SinkEvents#writable} will say
   *     when
   * @throws IOException when the connection is of no use any more
   */
  boolean write(Batch batch) throws IOException;

  /**
   * Whether a thread of the container is in the first write, and {@link #abort} would free it from
   * a peer that takes nothing. Asked by any thread.
   *
   * @return false when nobody is there, or nobody can free it
   */
  default boolean isFreedByAbort() {
    return false;
  }

  /**
   * The sink that may be written to in place of this one from now on, once something was written.
   *
   * @return this one, unless another has taken over
   */
  default StreamSink inCharge() {
    return this;
  }

  /**
   * Ends the response cleanly, after everything that was written.
   *
   * @throws IOException when the connection is of no use any more
   */
  void end() throws IOException;

  /** Cuts the connection, without waiting for a write that is under way. Called by any thread. */
  void abort();
}
