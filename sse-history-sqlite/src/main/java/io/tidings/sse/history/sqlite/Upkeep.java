package io.tidings.sse.history.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What a history does by itself, on one thread: it brings its newest events to the disk, drops old
 * ones, and forgets topics without events.
 */
final class Upkeep implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
  private static final Duration SWEEP = Duration.ofSeconds(10);

  /** A topic without events is known this long, or its readers would be told of needless gaps. */
  private static final long GRACE_MILLIS = 60_000;

  /** How often events are brought to the disk, if it is not done at once or by the way. */
  record Rhythm(boolean isNeeded, Duration interval) {}

  private final SqliteHistory history;
  private final ScheduledThreadPoolExecutor thread;

  // Used only by the thread.
  private long sweptThrough;

  Upkeep(SqliteHistory history, Rhythm rhythm) {
    this.history = history;
    this.thread = new ScheduledThreadPoolExecutor(1, Upkeep::daemon);
    every(SWEEP, this::sweep);
    if (rhythm.isNeeded()) {
      every(rhythm.interval(), this::sync);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "tidings-history");
    thread.setDaemon(true);
    return thread;
  }

  private void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var unused =
        thread.scheduleWithFixedDelay(() -> guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "history could not be kept up; it is tried again", e);
    }
  }

  void sync() {
    try {
      history.database().checkpoint();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "history could not be brought to the disk", e);
    }
  }

  /** Some topics at a time, so that publishers get in between. */
  void sweep() {
    long millis = history.millis();
    sweptThrough = 0;
    boolean more = true;
    while (more) {
      more = history.write("drop old events", () -> sweepSome(millis));
    }
  }

  private boolean sweepSome(long millis) throws SQLException {
    Sql sql = history.writer();
    List<TopicRow> some = new ArrayList<>();
    sql.each(row -> some.add(TopicRow.read(row)), TopicRow.aging(), sweptThrough);
    for (TopicRow topic : some) {
      sweptThrough = topic.id;
      boolean isLess = Trim.of(sql, topic, millis).apply(sql);
      if (topic.isEmpty() && millis - topic.used > GRACE_MILLIS) {
        forget(sql, topic);
      } else if (isLess) {
        topic.update(sql);
      }
    }
    history.rows().clear(); // its rows may be others now
    return !some.isEmpty();
  }

  private static void forget(Sql sql, TopicRow topic) throws SQLException {
    StreamRow stream = StreamRow.find(sql, topic.stream);
    if (stream != null) {
      stream.forgotten = Math.max(stream.forgotten, topic.head);
      stream.update(sql);
    }
    sql.run("DELETE FROM event WHERE topic = ?", topic.id);
    sql.run("DELETE FROM topic WHERE id = ?", topic.id);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      var unused = thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
