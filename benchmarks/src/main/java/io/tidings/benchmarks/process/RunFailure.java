package io.tidings.benchmarks.process;

/** A process of the run did not do what it was told; the message says which, and what it said. */
public final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with this message. */
  public RunFailure(String message) {
    super(message);
  }
}
