package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.ReplayPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A topic as its row says. Changed under the history's lock. */
final class TopicRow {

  /** What changes; the order is that of {@link #read} and {@link #write}. */
  private static final String CHANGING =
      "head, events, bytes, completed, floor, used, keep_events, keep_bytes, keep_millis, sum";

  private static final String COLUMNS = "id, path, stream, " + CHANGING;

  static final long FOR_EVER = Long.MAX_VALUE;

  final long id;
  final String path;
  final long stream;
  long head;
  long floor;
  long events;
  long bytes;
  boolean completed;
  long used;
  private long keepEvents;
  private long keepBytes;
  private long keepMillis = FOR_EVER;

  TopicRow(long id, String path, long stream) {
    this.id = id;
    this.path = path;
    this.stream = stream;
  }

  static @Nullable TopicRow find(Sql sql, long stream, String path) throws SQLException {
    return sql.first(
        TopicRow::read,
        "SELECT " + COLUMNS + " FROM topic WHERE stream = ? AND path = ?",
        stream,
        path);
  }

  /**
   * Fails unless every topic is as it was written: one that is not fails what is stored with it.
   */
  static void requireAll(Sql sql) throws SQLException {
    sql.each(row -> read(row).id >= 0, "SELECT " + COLUMNS + " FROM topic");
  }

  static TopicRow read(ResultSet row) throws SQLException {
    TopicRow topic = new TopicRow(row.getLong(1), row.getString(2), row.getLong(3));
    topic.head = row.getLong(4);
    topic.events = row.getLong(5);
    topic.bytes = row.getLong(6);
    topic.completed = row.getLong(7) != 0;
    topic.floor = row.getLong(8);
    topic.used = row.getLong(9);
    topic.keepEvents = row.getLong(10);
    topic.keepBytes = row.getLong(11);
    topic.keepMillis = row.getLong(12);
    if (row.getLong(13) != topic.sum()) {
      throw new DamageException("row of topic " + topic.id);
    }
    return topic;
  }

  /**
   * Some topics after this one, whose events go with time, or that have none left. The last event
   * of one that is completed stays, and the topic with it.
   */
  static String aging() {
    return "SELECT "
        + COLUMNS
        + " FROM topic WHERE id > ? AND ((keep_millis < "
        + FOR_EVER
        + " AND events > completed) OR events = 0) ORDER BY id LIMIT 200";
  }

  void keep(ReplayPolicy retention) {
    keepEvents = retention.events();
    keepBytes = retention.bytes();
    keepMillis = retention.age() == null ? FOR_EVER : retention.age().toMillis();
  }

  /** Whether the oldest of so many events, with so many bytes, is to go. */
  boolean isTooMuch(long events, long bytes, long age) {
    long last = completed ? 1 : 0;
    return events > last && (events - last > keepEvents || bytes > keepBytes || age > keepMillis);
  }

  /** Whether so much is to go that it is worth the while. */
  boolean isWorthTrimming() {
    return isTooMuch(events - Math.min(256, keepEvents / 8), 0, 0)
        || isTooMuch(Math.min(events, keepEvents), bytes - keepBytes / 8, 0);
  }

  /** Whether it needs no trimming but for age. */
  boolean mayExceed() {
    return keepMillis < FOR_EVER || isTooMuch(events, bytes, 0);
  }

  /** Whether nobody would miss it: its end is an event too. */
  boolean isEmpty() {
    return events == 0 && !completed;
  }

  History.TopicState state() {
    return new History.TopicState(head, floor, completed);
  }

  void insert(Sql sql) throws SQLException {
    write(
        sql,
        "INSERT INTO topic ("
            + COLUMNS
            + ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
  }

  void update(Sql sql) throws SQLException {
    write(
        sql,
        "UPDATE topic SET ("
            + CHANGING
            + ") = (?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) WHERE id = ?1");
  }

  private void write(Sql sql, String statement) throws SQLException {
    sql.run(
        statement,
        id,
        path,
        stream,
        head,
        events,
        bytes,
        flag(),
        floor,
        used,
        keepEvents,
        keepBytes,
        keepMillis,
        sum());
  }

  private Long flag() {
    return completed ? 1L : 0L;
  }

  private long sum() {
    return Sums.of(
        id,
        path,
        stream,
        head,
        events,
        bytes,
        flag(),
        floor,
        used,
        keepEvents,
        keepBytes,
        keepMillis);
  }
}
