package io.tidings.sse.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream as its row says. Changed under the history's lock. */
final class StreamRow {

  private static final String COLUMNS = "id, path, epoch, head, forgotten, commits, sum";

  final long id;
  final String path;
  String epoch;
  long head;

  /** The newest event of any topic that is not known any more. */
  long forgotten;

  long commits;

  StreamRow(long id, String path, String epoch) {
    this.id = id;
    this.path = path;
    this.epoch = epoch;
  }

  static @Nullable StreamRow find(Sql sql, String path) throws SQLException {
    return sql.first(StreamRow::read, "SELECT " + COLUMNS + " FROM stream WHERE path = ?", path);
  }

  static @Nullable StreamRow find(Sql sql, long id) throws SQLException {
    return sql.first(StreamRow::read, "SELECT " + COLUMNS + " FROM stream WHERE id = ?", id);
  }

  /** Every stream; fails unless each is as it was written. */
  static List<StreamRow> all(Sql sql) throws SQLException {
    List<StreamRow> all = new ArrayList<>();
    sql.each(row -> all.add(read(row)), "SELECT " + COLUMNS + " FROM stream");
    return all;
  }

  private static StreamRow read(ResultSet row) throws SQLException {
    StreamRow stream = new StreamRow(row.getLong(1), row.getString(2), row.getString(3));
    stream.head = row.getLong(4);
    stream.forgotten = row.getLong(5);
    stream.commits = row.getLong(6);
    if (row.getLong(7) != stream.sum()) {
      throw new DamageException("row of stream " + stream.id);
    }
    return stream;
  }

  void insert(Sql sql) throws SQLException {
    sql.run(
        "INSERT INTO stream (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        path,
        epoch,
        head,
        forgotten,
        commits,
        sum());
  }

  void update(Sql sql) throws SQLException {
    sql.run(
        "UPDATE stream SET epoch = ?, head = ?, forgotten = ?, commits = ?, sum = ? WHERE id = ?",
        epoch,
        head,
        forgotten,
        commits,
        sum(),
        id);
  }

  private long sum() {
    return Sums.of(id, path, epoch, head, forgotten, commits);
  }
}
