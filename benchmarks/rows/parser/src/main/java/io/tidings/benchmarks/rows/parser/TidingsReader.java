package io.tidings.benchmarks.rows.parser;

import io.tidings.sse.client.EventStreamParser;

/** Our parser. */
final class TidingsReader implements StreamReader {

  @Override
  public void read(Input input, EventSink sink) {
    EventStreamParser parser =
        new EventStreamParser(
            event -> {
              if (sink.wantsIds()) {
                sink.id(event.lastEventId());
              }
              sink.event(event.type(), event.data());
            });
    byte[] bytes = input.bytes();
    for (int at = 0; at < bytes.length; at += input.piece()) {
      parser.feed(bytes, at, Math.min(input.piece(), bytes.length - at));
    }
    parser.endOfStream();
  }
}
