package io.tidings.sse.history.sqlite;

import java.sql.SQLException;

/** A row is not as it was written. */
final class DamageException extends SQLException {

  private static final long serialVersionUID = 1;

  DamageException(String where) {
    super("history file must be as it was written; was damaged at " + where);
  }
}
