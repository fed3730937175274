package io.tidings.sse.history.sqlite;

/** What is done with a file that is damaged when it is opened. */
public enum OnCorruption {
  /** Nothing: opening fails, and says what is wrong. */
  REFUSE,
  /** It is set aside, and a new one is begun: readers that come back are told of a gap. */
  SET_ASIDE
}
