package io.tidings.sse.history.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of a history, and which version of them a file has. */
final class Schema {

  /** Says whose file it is: "tidi". */
  private static final long APPLICATION = 0x74696469;

  private static final long VERSION = 2;

  private static final String[] TABLES = {
    "CREATE TABLE lineage (id INTEGER NOT NULL, version INTEGER NOT NULL)",
    """
    CREATE TABLE stream (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL,
      head INTEGER NOT NULL, forgotten INTEGER NOT NULL, commits INTEGER NOT NULL,
      sum INTEGER NOT NULL)
    """,
    """
    CREATE TABLE topic (
      id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, path TEXT NOT NULL,
      head INTEGER NOT NULL, events INTEGER NOT NULL, bytes INTEGER NOT NULL,
      completed INTEGER NOT NULL, floor INTEGER NOT NULL, used INTEGER NOT NULL,
      keep_events INTEGER NOT NULL, keep_bytes INTEGER NOT NULL, keep_millis INTEGER NOT NULL,
      sum INTEGER NOT NULL, UNIQUE (stream, path))
    """,
    """
    CREATE TABLE event (
      topic INTEGER NOT NULL, sequence INTEGER NOT NULL, prev INTEGER NOT NULL,
      millis INTEGER NOT NULL, type TEXT NOT NULL, audience TEXT, data BLOB NOT NULL,
      sum INTEGER NOT NULL, PRIMARY KEY (topic, sequence)) WITHOUT ROWID
    """,
    """
    CREATE TABLE keyed (
      stream INTEGER NOT NULL, topic TEXT NOT NULL, name TEXT NOT NULL,
      sequence INTEGER NOT NULL, PRIMARY KEY (stream, topic, name)) WITHOUT ROWID
    """,
    "CREATE INDEX keyed_sequence ON keyed (stream, sequence)"
  };

  private Schema() {}

  /** Makes the tables in an empty file; fails for a file of someone else, or of another version. */
  static void require(Sql sql, long lineage) throws SQLException {
    long application = sql.number("PRAGMA application_id");
    long version = sql.number("PRAGMA user_version");
    boolean isEmpty = sql.number("SELECT count(*) FROM sqlite_master") == 0;
    if (isEmpty) {
      if (application == APPLICATION) {
        throw new DamageException("its list of tables");
      }
      create(sql, lineage);
    } else if (application != APPLICATION || version != VERSION) {
      if (isOfThisVersion(sql)) {
        throw new DamageException("its header");
      }
      throw new UnknownFormatException(
          application == APPLICATION ? "of version " + version : "a file of something else");
    }
  }

  /** Whether its tables say so, whatever its header says. */
  private static boolean isOfThisVersion(Sql sql) throws SQLException {
    boolean isNamed =
        sql.number("SELECT count(*) FROM sqlite_master WHERE sql = ?", TABLES[0]) == 1;
    return isNamed && sql.number("SELECT version FROM lineage") == VERSION;
  }

  /** Fails unless every table is as it was made: SQLite takes a damaged name for another one. */
  static void requireWhole(Sql sql) throws SQLException {
    List<String> found = new ArrayList<>();
    sql.each(
        row -> found.add(row.getString(1)), "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL");
    for (String table : TABLES) {
      if (!found.contains(table.strip())) {
        throw new DamageException("its list of tables");
      }
    }
    if (!isOfThisVersion(sql)) {
      throw new DamageException("its lineage");
    }
  }

  /** Tells this file from its older copies. */
  static long lineage(Sql sql) throws SQLException {
    return sql.number("SELECT id FROM lineage");
  }

  /** Begins a new lineage. */
  static void beget(Sql sql, long lineage) throws SQLException {
    sql.run("UPDATE lineage SET id = ?", lineage);
  }

  private static void create(Sql sql, long lineage) throws SQLException {
    sql.once("BEGIN IMMEDIATE");
    for (String table : TABLES) {
      sql.once(table.strip());
    }
    sql.once("INSERT INTO lineage VALUES (" + lineage + ", " + VERSION + ")");
    sql.once("PRAGMA application_id = " + APPLICATION);
    sql.once("PRAGMA user_version = " + VERSION);
    sql.once("COMMIT");
  }

  /** A file that is whole, but not one that this version can use. */
  static final class UnknownFormatException extends SQLException {

    private static final long serialVersionUID = 1;

    UnknownFormatException(String found) {
      super("history file must be of version " + VERSION + "; was " + found);
    }
  }
}
