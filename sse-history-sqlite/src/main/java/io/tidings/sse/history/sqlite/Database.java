package io.tidings.sse.history.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to one file: one that writes, and some that read. Safe for any thread. */
final class Database implements AutoCloseable {

  /** After so many pages the log of changes goes into the file: 16 MB. */
  private static final int LOG_PAGES = 4_000;

  /** Something that is read in one moment's state. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Sql sql) throws SQLException;
  }

  private final SQLiteDataSource source;
  private final ReentrantLock lock = new ReentrantLock();

  // Used only under the lock.
  private final Deque<Sql> idle = new ArrayDeque<>();
  private boolean closed;

  private Database(SQLiteDataSource source) {
    this.source = source;
  }

  static Database of(Path file, Durability durability) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        durability == Durability.ALWAYS
            ? SQLiteConfig.SynchronousMode.FULL
            : SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(10_000);
    config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Integer.toString(LOG_PAGES * 4096));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return new Database(source);
  }

  Sql connect() throws SQLException {
    Connection connection = source.getConnection();
    Sql sql = new Sql(connection);
    try {
      sql.once("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
      return sql;
    } catch (SQLException e) {
      sql.close();
      throw e;
    }
  }

  /** Reads with a connection of its own, while others read and one writes. */
  <T> T read(Reader<T> reader) throws SQLException {
    Sql sql = borrow();
    boolean isFit = false;
    try {
      sql.run("BEGIN");
      T result = reader.read(sql);
      sql.run("COMMIT");
      isFit = true;
      return result;
    } finally {
      giveBack(sql, isFit);
    }
  }

  /** Brings what was committed to the disk. */
  void checkpoint() throws SQLException {
    Sql sql = borrow();
    boolean isFit = false;
    try {
      sql.once("PRAGMA wal_checkpoint(PASSIVE)");
      isFit = true;
    } finally {
      giveBack(sql, isFit);
    }
  }

  private Sql borrow() throws SQLException {
    lock.lock();
    try {
      if (closed) {
        throw new SQLException("history must be open; was closed");
      }
      Sql known = idle.poll();
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    return connect();
  }

  private void giveBack(Sql sql, boolean isFit) throws SQLException {
    lock.lock();
    try {
      if (isFit && !closed) {
        idle.push(sql);
        return;
      }
    } finally {
      lock.unlock();
    }
    sql.close();
  }

  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      closed = true;
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    } finally {
      lock.unlock();
    }
  }
}
