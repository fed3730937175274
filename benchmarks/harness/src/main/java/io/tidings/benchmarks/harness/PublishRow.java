package io.tidings.benchmarks.harness;

/** A way to keep what is published, one row of the publish table. Used by one thread. */
public interface PublishRow {

  /** The name of the row. */
  String name();

  /** Makes what {@link #publish} needs. */
  void start() throws Exception;

  /** Publishes one event; when it returns, the event is kept as the row promises. */
  void publish(String data) throws Exception;
}
