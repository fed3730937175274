package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.History.Page;
import io.tidings.sse.hub.History.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one topic, within a transaction. Lives for it, on one thread. */
final class Reading {

  private static final System.Logger LOG = System.getLogger(Reading.class.getName());

  private static final String EVENTS =
      "SELECT sequence, prev, millis, type, audience, data, sum FROM event"
          + " WHERE topic = ? AND sequence > ? ORDER BY sequence";

  private final Sql sql;
  private final TopicRow topic;
  private final List<Stored> events = new ArrayList<>();
  private long bytes;

  Reading(Sql sql, TopicRow topic) {
    this.sql = sql;
    this.topic = topic;
  }

  Page page(long after, int maxEvents, long maxBytes, long millis) throws SQLException {
    Trim trim = Trim.of(sql, topic, millis);
    long from = Math.max(after, trim.dropped());
    boolean complete = sql.each(row -> take(row, maxEvents, maxBytes), EVENTS, topic.id, from);
    return new Page(events, topic.head, trim.floor(), complete);
  }

  private boolean take(ResultSet row, int maxEvents, long maxBytes) throws SQLException {
    byte[] data = row.getBytes(6);
    bytes += data == null ? 0 : data.length;
    if (events.size() == maxEvents || (!events.isEmpty() && bytes > maxBytes)) {
      return false;
    }
    Stored event = event(row, data);
    if (event != null) {
      events.add(event);
    }
    return true;
  }

  /** The event; null when it is not as it was written: the next one's prev says that it lacks. */
  private @Nullable Stored event(ResultSet row, byte @Nullable [] data) throws SQLException {
    long sequence = row.getLong(1);
    long prev = row.getLong(2);
    String type = row.getString(4);
    String audience = row.getString(5);
    long sum = Sums.of(topic.id, sequence, prev, row.getLong(3), type, audience, data);
    if (data == null || type == null || sum != row.getLong(7)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "event must be as it was written; was damaged, at {0} of {1}. Its readers get a gap",
          sequence,
          topic.path);
      return null;
    }
    return new Stored(sequence, prev, type, audience, data);
  }

  long before(int maxEvents, long maxBytes, @Nullable String audience) throws SQLException {
    long[] left = {maxEvents, maxBytes};
    long[] found = {0};
    sql.each(
        row -> {
          left[0]--;
          left[1] -= row.getLong(2);
          found[0] = left[0] < 0 || left[1] < 0 ? row.getLong(1) : 0;
          return found[0] == 0;
        },
        "SELECT sequence, length(data) FROM event"
            + " WHERE topic = ? AND (audience IS NULL OR audience = ?) ORDER BY sequence DESC",
        topic.id,
        audience);
    return found[0];
  }
}
