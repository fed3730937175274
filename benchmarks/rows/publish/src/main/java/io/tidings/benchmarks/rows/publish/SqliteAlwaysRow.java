package io.tidings.benchmarks.rows.publish;

import io.tidings.sse.history.sqlite.Durability;

/** A loss of power takes nothing. */
public final class SqliteAlwaysRow extends SqliteRow {

  /** Opens its file. */
  public SqliteAlwaysRow() {
    super(Durability.ALWAYS);
  }

  @Override
  public String name() {
    return "sqlite-always";
  }
}
