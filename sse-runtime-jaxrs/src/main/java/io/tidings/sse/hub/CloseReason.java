package io.tidings.sse.hub;

/** Why a connection ended. */
public enum CloseReason {
  /** Every topic of the connection has ended. */
  COMPLETED,
  /** The application closed the connection. */
  CLOSED_BY_SERVER,
  /** The peer went away, or its connection broke. */
  CLOSED_BY_CLIENT,
  /** The reader fell further behind than its topic allows. */
  LAGGED,
  /** A write was stuck for longer than its topic allows. */
  WRITE_TIMEOUT,
  /** The connection reached its lifetime. */
  LIFETIME,
  /** The credential that the client was let in with has ended. */
  EXPIRED,
  /** The client's principal was barred by {@link Hub#revoke}. */
  REVOKED,
  /** The hub was closed. */
  HUB_CLOSED,
  /** The subscription was granted, but no connection took it up. */
  NEVER_OPENED,
  /** Something failed that should not. */
  FAILED
}
