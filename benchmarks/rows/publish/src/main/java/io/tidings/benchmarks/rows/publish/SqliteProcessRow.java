package io.tidings.benchmarks.rows.publish;

import io.tidings.sse.history.sqlite.Durability;

/** A killed process loses nothing. */
public final class SqliteProcessRow extends SqliteRow {

  /** Opens its file. */
  public SqliteProcessRow() {
    super(Durability.PROCESS);
  }

  @Override
  public String name() {
    return "sqlite-process";
  }
}
