package io.tidings.benchmarks.harness;

/** A way to keep what is published, one row of the publish table. Made by one thread. */
public interface PublishRow {

  /** The name of the row. */
  String name();

  /** How many threads publish at once. */
  default int threads() {
    return 1;
  }

  /** Makes what {@link #publish} needs. */
  void start() throws Exception;

  /** Lets go of what would outlive the process. */
  default void stop() throws Exception {}

  /**
   * Publishes one event, on any of its threads; when it returns, the event is kept as the row
   * promises.
   */
  void publish(String data) throws Exception;
}
