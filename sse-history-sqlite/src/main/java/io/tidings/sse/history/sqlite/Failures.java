package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.HistoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what failed, and what is to be done. */
final class Failures {

  private Failures() {}

  static HistoryException of(String what, Path file, SQLException e) {
    return new HistoryException(
        "history must be able to " + what + "; was not: " + reason(e) + " (" + file + ")", e);
  }

  /** Whether the file is not as it was written. */
  static boolean isDamage(SQLException e) {
    return e instanceof DamageException
        || (e instanceof SQLiteException known
            && (known.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                || known.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                || known.getResultCode().name().startsWith("SQLITE_CORRUPT")));
  }

  static boolean isFull(SQLException e) {
    return e instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
  }

  private static String reason(SQLException e) {
    if (isFull(e)) {
      return "the disk is full. Free some of it, and publishing goes on by itself";
    }
    return e.getMessage();
  }
}
