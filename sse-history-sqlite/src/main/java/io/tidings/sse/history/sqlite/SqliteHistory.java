package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.HistoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A history in one SQLite file, for one process at a time. Safe for any thread: one stores while
 * others read.
 *
 * <p>Beside the file there are two of SQLite's own, {@code -wal} and {@code -shm}, and a small one
 * that guards it, {@code -guard}: they belong together, also in a copy. A file that was restored
 * from an older copy, or that has lost its newest events, goes on with another epoch, so that
 * readers that had seen more are told of a gap.
 */
public final class SqliteHistory implements History {

  private final Path file;
  private final Database database;
  private final GuardFile guard;
  private final Sql writer;
  private final Rows rows;
  private final InstantSource clock;
  private final Upkeep upkeep;
  private final ReentrantLock lock = new ReentrantLock();

  // Used only under the lock.
  private long commits;
  private long counted;
  private boolean closed;

  SqliteHistory(Path file, Opened opened, Upkeep.Rhythm rhythm) {
    this.file = file;
    this.database = opened.database();
    this.guard = opened.guard();
    this.writer = opened.writer();
    this.rows = new Rows(writer);
    this.clock = opened.clock();
    this.commits = opened.commits();
    this.counted = commits;
    this.upkeep = new Upkeep(this, rhythm);
  }

  /** What opening a file has brought. */
  record Opened(
      Database database, GuardFile guard, Sql writer, long commits, InstantSource clock) {}

  /**
   * The history in this file, made if need be, with the usual settings.
   *
   * @param file where the history is kept, on a disk of this machine
   * @return the history, which a hub closes
   * @throws HistoryException when another process uses it, when it is damaged, or of another
   *     version
   */
  public static SqliteHistory at(Path file) {
    return builder(file).open();
  }

  /**
   * A history to be set up.
   *
   * @param file where the history is kept, on a disk of this machine
   * @return its settings
   */
  public static SqliteHistoryBuilder builder(Path file) {
    return new SqliteHistoryBuilder(file);
  }

  @Override
  public boolean isKnown(String stream) {
    return read("look for stream " + stream, sql -> StreamRow.find(sql, stream) != null);
  }

  @Override
  public StreamState open(String stream, Supplier<String> epochs) {
    return write(
        "open stream " + stream,
        () -> {
          StreamRow known = rows.findStream(stream);
          StreamRow row = known == null ? rows.newStream(stream, epochs.get()) : known;
          if (row.epoch.isEmpty()) { // this file has lost what its readers may have seen
            row.epoch = epochs.get();
            row.update(writer);
          }
          return new StreamState(row.epoch, row.head);
        });
  }

  @Override
  public TopicState topic(String stream, String topic) {
    return read(
        "look for topic " + topic,
        sql -> {
          StreamRow row = find(sql, stream);
          TopicRow known = TopicRow.find(sql, row.id, topic);
          return known == null ? new TopicState(0, row.forgotten, false) : known.state();
        });
  }

  /** The stream; one without topics if it is not known. */
  private static StreamRow find(Sql sql, String stream) throws SQLException {
    StreamRow row = StreamRow.find(sql, stream);
    return row == null ? new StreamRow(0, stream, "") : row;
  }

  @Override
  public List<String> topics(String stream) {
    return read(
        "list topics",
        sql -> {
          List<String> paths = new ArrayList<>();
          sql.each(
              row -> paths.add(row.getString(1)),
              "SELECT path FROM topic WHERE stream = ?",
              find(sql, stream).id);
          return paths;
        });
  }

  @Override
  public List<Position> append(List<Append> batch) {
    return write(
        "store events",
        () -> {
          Storing storing = new Storing(writer, rows, millis());
          List<Position> positions = storing.store(batch, commits + 1);
          counted = storing.hasStored() ? commits + 1 : commits;
          return positions;
        });
  }

  @Override
  public Page page(String stream, String topic, long after, int maxEvents, long maxBytes) {
    return read(
        "read topic " + topic,
        sql -> {
          StreamRow row = find(sql, stream);
          TopicRow known = TopicRow.find(sql, row.id, topic);
          return known == null
              ? new Page(List.of(), row.forgotten, row.forgotten, true)
              : new Reading(sql, known).page(after, maxEvents, maxBytes, millis());
        });
  }

  @Override
  public long before(
      String stream, String topic, int events, long bytes, @Nullable String audience) {
    return read(
        "read topic " + topic,
        sql -> {
          TopicRow known = TopicRow.find(sql, find(sql, stream).id, topic);
          return known == null ? 0 : new Reading(sql, known).before(events, bytes, audience);
        });
  }

  /** Something that is written in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  <T> T write(String what, Work<T> work) {
    lock.lock();
    try {
      if (closed) {
        throw new HistoryException("history must be open to " + what + "; was closed", null);
      }
      return transact(work);
    } catch (SQLException e) {
      throw Failures.of(what, file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Tries again on a full disk, because the log of changes may give some of it back. */
  private <T> T transact(Work<T> work) throws SQLException {
    try {
      return transactOnce(work);
    } catch (SQLException e) {
      if (!Failures.isFull(e)) {
        throw e;
      }
      writer.once("PRAGMA wal_checkpoint(TRUNCATE)");
      return transactOnce(work);
    }
  }

  private <T> T transactOnce(Work<T> work) throws SQLException {
    boolean done = false;
    try {
      writer.run("BEGIN IMMEDIATE");
      T result = work.run();
      writer.run("COMMIT");
      done = true;
      count();
      rows.committed();
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  /** What is counted here is in the file: if ever it is not, the file has lost something. */
  private void count() {
    if (counted > commits) {
      commits = counted;
      guard.committed(commits);
    }
  }

  private void rollBack() {
    counted = commits;
    rows.clear();
    try {
      writer.run("ROLLBACK");
    } catch (SQLException e) {
      // It was rolled back already: SQLite does so itself when the disk is full.
    }
  }

  private <T> T read(String what, Database.Reader<T> reader) {
    try {
      return database.read(reader);
    } catch (SQLException e) {
      throw Failures.of(what, file, e);
    }
  }

  /** The time on the wall, which only the age of events depends on. */
  long millis() {
    return clock.millis();
  }

  Database database() {
    return database;
  }

  Sql writer() {
    return writer;
  }

  Upkeep upkeep() {
    return upkeep;
  }

  Rows rows() {
    return rows;
  }

  /** Lets go of the file, which then is complete without the others beside it. */
  @Override
  public void close() {
    upkeep.close();
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        closeAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void closeAll() {
    try {
      database.close();
      writer.once("PRAGMA synchronous = FULL");
      boolean isOnDisk = writer.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
      writer.close();
      if (isOnDisk) {
        guard.closeCleanly();
      } else {
        guard.close();
      }
    } catch (SQLException e) {
      guard.close();
      throw Failures.of("close", file, e);
    }
  }
}
