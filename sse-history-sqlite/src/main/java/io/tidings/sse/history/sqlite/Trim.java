package io.tidings.sse.history.sqlite;

import java.sql.SQLException;

/** How far the oldest events of a topic are to go. Lives for one look. */
final class Trim {

  private final TopicRow topic;
  private long events;
  private long bytes;
  private long floor;
  private long dropped;

  private Trim(TopicRow topic) {
    this.topic = topic;
    this.events = topic.events;
    this.bytes = topic.bytes;
    this.floor = topic.floor;
  }

  /** What is left of a topic at this time, and after which sequence. */
  static Trim of(Sql sql, TopicRow topic, long millis) throws SQLException {
    Trim trim = new Trim(topic);
    if (topic.mayExceed()) {
      sql.each(
          row -> trim.drop(row.getLong(1), row.getLong(2), millis - row.getLong(3)),
          "SELECT sequence, length(data), millis FROM event WHERE topic = ? ORDER BY sequence",
          topic.id);
    }
    return trim;
  }

  /** The newest sequence at which an event may be gone. */
  long floor() {
    return floor;
  }

  /** The newest sequence that is in the file and is to go. */
  long dropped() {
    return dropped;
  }

  private boolean drop(long sequence, long size, long age) {
    if (!topic.isTooMuch(events, bytes, age)) {
      return false;
    }
    events--;
    bytes -= size;
    dropped = sequence;
    floor = Math.max(floor, sequence);
    return true;
  }

  /** Drops it from the file, and says whether there was anything to drop. */
  boolean apply(Sql sql) throws SQLException {
    if (dropped > 0) {
      sql.run("DELETE FROM event WHERE topic = ? AND sequence <= ?", topic.id, dropped);
      topic.events = events;
      topic.bytes = bytes;
      topic.floor = floor;
    }
    return dropped > 0;
  }
}
