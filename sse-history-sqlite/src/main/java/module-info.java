/** Durable history of events on one machine. */
module io.tidings.sse.history.sqlite {
  requires transitive io.tidings.sse.runtime;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports io.tidings.sse.history.sqlite;
}
