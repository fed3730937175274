package io.tidings.sse.testing;

/** A program that a test requires is not on this machine. */
final class MissingProgramException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  MissingProgramException(String message) {
    super(message);
  }
}
