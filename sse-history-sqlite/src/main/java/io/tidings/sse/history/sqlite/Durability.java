package io.tidings.sse.history.sqlite;

/** What an event survives once its publish has returned. */
public enum Durability {
  /** The end of the process, however it ends. After a loss of power the newest may be gone. */
  PROCESS,
  /** The end of the process; and a loss of power, if it comes later than the interval. */
  INTERVAL,
  /** Everything that the disk survives, also a loss of power. */
  ALWAYS
}
