package io.tidings.benchmarks.rows.parser;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.ServerSentEventHttpMessageReader;
import reactor.core.publisher.Flux;

/** The reader behind Spring's WebClient. */
final class SpringReader implements StreamReader {

  private static final ResolvableType EVENT =
      ResolvableType.forClassWithGenerics(ServerSentEvent.class, String.class);

  private final ServerSentEventHttpMessageReader reader = new ServerSentEventHttpMessageReader();

  @Override
  public void read(Input input, EventSink sink) {
    reader.read(EVENT, new Body(input), Map.of()).doOnNext(event -> pass(event, sink)).blockLast();
  }

  private static void pass(Object event, EventSink sink) {
    if (event instanceof ServerSentEvent<?> sse) {
      if (sink.wantsIds()) {
        sink.id(sse.id());
      }
      sink.event(sse.event(), (String) sse.data());
    }
  }

  /** A response body. */
  private record Body(Input input) implements ReactiveHttpInputMessage {

    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.fromIterable(input.pieces()).map(BUFFERS::wrap);
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders();
    }
  }
}
