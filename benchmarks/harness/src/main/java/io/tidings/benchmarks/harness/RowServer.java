package io.tidings.benchmarks.harness;

/**
 * A server under load, one row of the tables: it streams every published event to all its readers.
 * Started and published to by one thread; it ends with its process.
 */
public interface RowServer {

  /** The event type that every row sends. */
  String EVENT = "price";

  /** Starts listening on a free loopback port and returns it. */
  int start() throws Exception;

  /** Where readers connect. */
  default String path() {
    return "/events";
  }

  /** Where readers connect that have missed something; empty when there is nothing to miss. */
  default String missedPath() {
    return "";
  }

  /**
   * Hands one event to all readers. The way that the row's own documentation shows; where it lets
   * the application frame the event, that is done once for all readers.
   *
   * @param id as long as one of ours would be, so that frames are equally long, but for the blanks
   *     that some rows write behind colons; a row of ours makes its own
   */
  void publish(String id, String data);

  /** How many readers the server holds, as far as it knows. */
  int readers();
}
