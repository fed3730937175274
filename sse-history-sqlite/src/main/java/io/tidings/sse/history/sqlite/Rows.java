package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.HistoryException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of streams and of the topics that were used last, so that storing an event reads
 * nothing. Used under the history's lock; thrown away when a transaction fails.
 */
final class Rows {

  private static final int MOST = 10_000;

  private record TopicKey(long stream, String path) {}

  private final Sql sql;
  private final Map<String, StreamRow> streams = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<TopicKey, TopicRow> topics = new LinkedHashMap<>(16, 0.75f, true);

  // So that a new row gets an id without a look at the table; zero is unknown.
  private long newestStream;
  private long newestTopic;

  Rows(Sql sql) {
    this.sql = sql;
  }

  @Nullable StreamRow findStream(String path) throws SQLException {
    StreamRow known = streams.get(path);
    if (known == null) {
      known = StreamRow.find(sql, path);
      if (known != null) {
        streams.put(path, known);
      }
    }
    return known;
  }

  StreamRow stream(String path) throws SQLException {
    StreamRow found = findStream(path);
    if (found == null) {
      throw new HistoryException("stream must be opened first; was not: " + path, null);
    }
    return found;
  }

  StreamRow newStream(String path, String epoch) throws SQLException {
    if (newestStream == 0) {
      newestStream = sql.number("SELECT max(id) FROM stream");
    }
    StreamRow fresh = new StreamRow(++newestStream, path, epoch);
    fresh.insert(sql);
    streams.put(path, fresh);
    return fresh;
  }

  /** The topic, made if need be. */
  TopicRow topic(StreamRow stream, String path) throws SQLException {
    TopicKey key = new TopicKey(stream.id, path);
    TopicRow known = topics.get(key);
    if (known == null) {
      TopicRow found = TopicRow.find(sql, stream.id, path);
      known = found == null ? newTopic(stream, path) : found;
      topics.put(key, known);
    }
    return known;
  }

  private TopicRow newTopic(StreamRow stream, String path) throws SQLException {
    if (newestTopic == 0) {
      newestTopic = sql.number("SELECT max(id) FROM topic");
    }
    TopicRow fresh = new TopicRow(++newestTopic, path, stream.id);
    fresh.head = stream.forgotten;
    fresh.floor = stream.forgotten;
    fresh.insert(sql);
    return fresh;
  }

  /** A commit has made everything here true; drops what was not used for long. */
  void committed() {
    dropOldest(streams);
    dropOldest(topics);
  }

  private static void dropOldest(Map<?, ?> rows) {
    var oldest = rows.keySet().iterator();
    while (rows.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  /** How many rows of streams and topics are at hand. */
  int size() {
    return streams.size() + topics.size();
  }

  /** Knows nothing any more. */
  void clear() {
    streams.clear();
    topics.clear();
    newestStream = 0;
    newestTopic = 0;
  }
}
