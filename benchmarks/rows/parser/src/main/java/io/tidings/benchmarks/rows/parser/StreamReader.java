package io.tidings.benchmarks.rows.parser;

/** Reads an event stream by the means of one library, without a network. Used by one thread. */
interface StreamReader extends AutoCloseable {

  /** The reader of the row of that name. */
  static StreamReader of(String row) {
    return switch (row) {
      case "tidings" -> new TidingsReader();
      case "okhttp-sse" -> new OkhttpSseReader();
      case "okhttp-eventsource" -> new OkhttpEventSourceReader();
      case "spring" -> new SpringReader();
      case "jersey" -> new JerseyReader();
      case "vertx" -> new VertxReader();
      default -> throw new IllegalArgumentException("row must be known; was " + row);
    };
  }

  /** Reads a whole stream in its pieces and hands on each event. */
  void read(Input input, EventSink sink) throws Exception;

  @Override
  default void close() {}
}
