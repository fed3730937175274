package io.tidings.sse.client;

/** Why a stream is over for good. */
public enum EndReason {
  /** This side closed it. */
  CLOSED,
  /** The server answered 204: there is nothing more to come. */
  NO_CONTENT,
  /** Every topic of the stream has ended. */
  COMPLETED,
  /** Something failed and the error strategy said to stop. */
  FAILED
}
