package io.tidings.sse.client.cli;

import io.tidings.sse.client.ErrorStrategy;
import io.tidings.sse.client.StreamException;
import io.tidings.sse.client.StreamException.Fault;

/** Connects again for ever, but not to a server that was never there. */
final class Patience implements ErrorStrategy {

  private final ErrorStrategy standard = ErrorStrategy.standard();

  // Written and read by the stream's thread.
  private boolean opened;

  void opened() {
    opened = true;
  }

  /** Whether the stream lives on after this; a first failure is told as the end of all. */
  boolean goesOn(StreamException failure) {
    return decide(failure, 1) == Verdict.RECONNECT;
  }

  @Override
  public Verdict decide(StreamException failure, int attempt) {
    boolean refusedForNow = failure.fault() == Fault.STATUS;
    return opened || refusedForNow ? standard.decide(failure, attempt) : Verdict.STOP;
  }
}
