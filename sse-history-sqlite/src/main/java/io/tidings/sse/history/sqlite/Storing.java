package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stores one batch, within a transaction. Lives for it, under the history's lock. */
final class Storing {

  private static final String EVENT =
      "INSERT INTO event (topic, sequence, prev, millis, type, audience, data, sum)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;
  private final Rows rows;
  private final long millis;
  private final Set<StreamRow> streams = new LinkedHashSet<>();
  private final Set<StreamRow> keyed = new LinkedHashSet<>();
  private final Set<TopicRow> topics = new LinkedHashSet<>();

  Storing(Sql sql, Rows rows, long millis) {
    this.sql = sql;
    this.rows = rows;
    this.millis = millis;
  }

  List<Position> store(List<Append> batch, long commits) throws SQLException {
    List<Position> positions = new ArrayList<>(batch.size());
    for (Append event : batch) {
      positions.add(store(event));
    }
    for (TopicRow topic : topics) {
      if (topic.isWorthTrimming()) {
        Trim.of(sql, topic, millis).apply(sql);
      }
      topic.update(sql);
    }
    for (StreamRow stream : keyed) {
      forgetKeys(stream);
    }
    for (StreamRow stream : streams) {
      stream.commits = commits;
      stream.update(sql);
    }
    return positions;
  }

  /** Whether anything has got a place. */
  boolean hasStored() {
    return !streams.isEmpty();
  }

  private Position store(Append event) throws SQLException {
    StreamRow stream = rows.stream(event.stream());
    if (event.key() != null) {
      long known =
          sql.number(
              "SELECT sequence FROM keyed WHERE stream = ? AND topic = ? AND name = ?",
              stream.id,
              event.topic(),
              event.key());
      if (known > 0) {
        return new Position(known, true);
      }
    }
    long sequence = ++stream.head;
    streams.add(stream);
    if (event.key() != null) {
      sql.run(
          "INSERT INTO keyed (stream, topic, name, sequence) VALUES (?, ?, ?, ?)",
          stream.id,
          event.topic(),
          event.key(),
          sequence);
      keyed.add(stream);
    }
    if (!event.topic().isEmpty()) {
      keep(rows.topic(stream, event.topic()), event, sequence);
    }
    return new Position(sequence, false);
  }

  private void keep(TopicRow topic, Append event, long sequence) throws SQLException {
    topic.keep(event.retention());
    if (event.last() || event.retention().keepsHistory()) {
      Long prev = topic.head;
      sql.run(
          EVENT,
          topic.id,
          sequence,
          prev,
          millis,
          event.type(),
          event.audience(),
          event.data(),
          Sums.of(topic.id, sequence, prev, millis, event.type(), event.audience(), event.data()));
      topic.events++;
      topic.bytes += event.data().length;
    } else {
      topic.floor = sequence;
    }
    topic.head = sequence;
    topic.completed |= event.last();
    topic.used = millis;
    topics.add(topic);
  }

  private void forgetKeys(StreamRow stream) throws SQLException {
    sql.run(
        "DELETE FROM keyed WHERE stream = ?1 AND sequence < (SELECT sequence FROM keyed"
            + " WHERE stream = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET "
            + (History.KEYS - 1)
            + ")",
        stream.id);
  }
}
