package io.tidings.sse.hub;

/** What a transport does after a read. */
public enum Progress {
  /** There is more: read again, when the others have had their turn. */
  MORE,
  /** There is nothing more now: a signal will tell. */
  CAUGHT_UP,
  /** There will be nothing more: end the response, then say so. */
  ENDED
}
