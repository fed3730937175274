package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Sets up a {@link SqliteHistory}. For one thread. */
public final class SqliteHistoryBuilder {

  private static final System.Logger LOG = System.getLogger(SqliteHistory.class.getName());

  private static final int MOST_LINKS = 40;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private Durability durability = Durability.PROCESS;
  private OnCorruption onCorruption = OnCorruption.REFUSE;
  private Duration interval = Duration.ofSeconds(1);
  private InstantSource clock = InstantSource.system();
  private boolean newEpoch;

  SqliteHistoryBuilder(Path file) {
    this.file = Objects.requireNonNull(file, "file must not be null").toAbsolutePath();
  }

  /**
   * Sets what an event survives once it is published; {@link Durability#PROCESS} otherwise.
   *
   * @param durability what it survives
   * @return this builder
   */
  public SqliteHistoryBuilder durability(Durability durability) {
    this.durability = Objects.requireNonNull(durability, "durability must not be null");
    return this;
  }

  /**
   * Sets how much time a loss of power may take back with {@link Durability#INTERVAL}; one second
   * otherwise.
   *
   * @param interval the time from one write to the disk to the next
   * @return this builder
   */
  public SqliteHistoryBuilder interval(Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval must be longer than nothing; was " + interval);
    }
    this.interval = interval;
    return this;
  }

  /**
   * Sets what is done with a damaged file; {@link OnCorruption#REFUSE} otherwise.
   *
   * @param onCorruption what is done
   * @return this builder
   */
  public SqliteHistoryBuilder onCorruption(OnCorruption onCorruption) {
    this.onCorruption = Objects.requireNonNull(onCorruption, "onCorruption must not be null");
    return this;
  }

  /**
   * Gives every stream a new epoch, so that each reader that comes back is told of a gap: for a
   * whole folder that was restored from an older copy, which nothing in it tells from the newest.
   *
   * @return this builder
   */
  public SqliteHistoryBuilder newEpoch() {
    this.newEpoch = true;
    return this;
  }

  /** The clock by which events get old. */
  SqliteHistoryBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Opens the file, made if need be.
   *
   * @return the history, which a hub closes
   * @throws HistoryException when another process uses it, when it is damaged, or of another
   *     version
   */
  public SqliteHistory open() {
    Path real = real();
    GuardFile guard = GuardFile.of(real);
    try {
      return open(real, guard);
    } catch (RuntimeException | Error e) {
      guard.close();
      throw e;
    }
  }

  /** Where the file is, however it is called: what lies beside it is the same for all names. */
  private Path real() {
    try {
      Path path = file;
      for (int links = 0; Files.isSymbolicLink(path) && links < MOST_LINKS; links++) {
        path = path.resolveSibling(Files.readSymbolicLink(path));
      }
      Path name = Objects.requireNonNull(path.getFileName(), "file must have a name");
      Path folder = Objects.requireNonNull(path.getParent(), "file must be in a folder");
      return Files.exists(path) ? path.toRealPath() : folder.toRealPath().resolve(name);
    } catch (IOException e) {
      throw new HistoryException(
          "history file must be in a folder that can be written; was " + file, e);
    }
  }

  private SqliteHistory open(Path file, GuardFile guard) {
    try {
      return history(file, guard);
    } catch (SQLException e) {
      if (!Failures.isDamage(e)) {
        throw Failures.of("open", file, e);
      }
      if (onCorruption == OnCorruption.REFUSE) {
        throw new HistoryException(
            "history file must be whole; was damaged: "
                + file
                + ". Restore a copy, or open it with onCorruption(SET_ASIDE), which begins a new"
                + " one: readers that come back are told of a gap",
            e);
      }
      return anew(file, guard, e);
    }
  }

  private SqliteHistory anew(Path file, GuardFile guard, SQLException damage) {
    LOG.log(
        System.Logger.Level.ERROR, "history file was damaged, and is set aside: " + file, damage);
    try {
      String aside = ".damaged-" + clock.millis();
      for (String end : new String[] {"", "-wal", "-shm"}) {
        Path part = file.resolveSibling(file.getFileName() + end);
        if (Files.exists(part)) {
          Files.move(part, file.resolveSibling(file.getFileName() + aside + end));
        }
      }
      return history(file, guard);
    } catch (IOException | SQLException e) {
      throw new HistoryException("damaged history file must be set aside; was not: " + file, e);
    }
  }

  private SqliteHistory history(Path file, GuardFile guard) throws SQLException {
    Database database = Database.of(file, durability);
    Sql writer = database.connect();
    try {
      Schema.require(writer, random.nextLong());
      check(writer);
      long commits = writer.number("SELECT max(commits) FROM stream");
      if (newEpoch || guard.misses(Schema.lineage(writer), commits)) {
        forgetEpochs(writer);
      }
      guard.begin(Schema.lineage(writer), commits, durability == Durability.ALWAYS);
      Upkeep.Rhythm rhythm = new Upkeep.Rhythm(durability == Durability.INTERVAL, interval);
      return new SqliteHistory(
          file, new SqliteHistory.Opened(database, guard, writer, commits, clock), rhythm);
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private static void check(Sql writer) throws SQLException {
    String found = writer.first(row -> row.getString(1), "PRAGMA quick_check(1)");
    if (!"ok".equals(found)) {
      throw new DamageException(String.valueOf(found));
    }
    Schema.requireWhole(writer);
    StreamRow.all(writer);
    TopicRow.requireAll(writer);
  }

  /**
   * Each stream gets a new one when it is opened. From now on it is another file than its copies,
   * or one of them would be taken for it as soon as it has as many commits.
   */
  private void forgetEpochs(Sql writer) throws SQLException {
    writer.once("BEGIN IMMEDIATE");
    Schema.beget(writer, random.nextLong());
    for (StreamRow stream : StreamRow.all(writer)) {
      stream.epoch = "";
      stream.update(writer);
    }
    writer.once("COMMIT");
  }
}
