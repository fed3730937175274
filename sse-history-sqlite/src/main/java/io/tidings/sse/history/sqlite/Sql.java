package io.tidings.sse.history.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection and its prepared statements. Used by one thread at a time. */
final class Sql implements AutoCloseable {

  /** Turns a row into a value. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Looks at rows for as long as it says so. */
  @FunctionalInterface
  interface Rows {
    boolean next(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  private PreparedStatement statement(String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void set(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else {
      statement.setString(at, (String) value);
    }
  }

  /** Forgets a statement that has failed, because the driver may have closed it. */
  private SQLException failed(String text, SQLException reason) {
    PreparedStatement failed = prepared.remove(text);
    if (failed != null) {
      try {
        failed.close();
      } catch (SQLException e) {
        reason.addSuppressed(e);
      }
    }
    return reason;
  }

  /** Runs a statement without rows; values are numbers, texts and bytes. */
  void run(String text, @Nullable Object... values) throws SQLException {
    try {
      statement(text, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(text, e);
    }
  }

  /** Runs something that is not worth being prepared. */
  void once(String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** The first row; null when there is none. */
  <T> @Nullable T first(Row<T> row, String text, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = statement(text, values).executeQuery()) {
      return rows.next() ? row.read(rows) : null;
    } catch (SQLException e) {
      throw failed(text, e);
    }
  }

  /** The number in the first row; zero when there is none. */
  long number(String text, @Nullable Object... values) throws SQLException {
    Long found = first(row -> row.getLong(1), text, values);
    return found == null ? 0 : found;
  }

  /** Shows row after row, and says whether all were wanted. */
  boolean each(Rows rows, String text, @Nullable Object... values) throws SQLException {
    try (ResultSet found = statement(text, values).executeQuery()) {
      while (found.next()) {
        if (!rows.next(found)) {
          return false;
        }
      }
      return true;
    } catch (SQLException e) {
      throw failed(text, e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
