package io.tidings.benchmarks.rows.parser;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/** The codec of Vert.x's web client, which is written to. */
final class VertxReader implements StreamReader {

  @Override
  public void read(Input input, EventSink sink) throws Exception {
    BodyStream<Void> stream =
        BodyCodec.sseStream(
            events ->
                events.handler(
                    event -> {
                      if (sink.wantsIds()) {
                        sink.id(event.id());
                      }
                      sink.event(event.event(), event.data());
                    }))
            .stream();
    for (byte[] piece : input.pieces()) {
      stream.write(Buffer.buffer(piece));
    }
    stream.end();
  }
}
