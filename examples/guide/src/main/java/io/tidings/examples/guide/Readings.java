package io.tidings.examples.guide;

import io.tidings.sse.client.Backoff;
import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.ErrorStrategy;
import io.tidings.sse.client.EventReader;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.EventStreamParser;
import io.tidings.sse.client.PayloadCodec;
import io.tidings.sse.client.ReceivedEvent;
import io.tidings.sse.client.SseClient;
import io.tidings.sse.client.StreamException;
import io.tidings.sse.client.StreamObserver;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ways to read a stream, each in a few lines. */
final class Readings {

  private Readings() {}

  static EventStream hear(URI base, PriceBoard board) {
    // tag::hear[]
    MarketsClient client = MarketsClient.connect(base);
    EventStream stream = client.subscribe(board, new MarketsTopic.Prices("ACME"));
    // end::hear[]
    return stream;
  }

  static EventStream push(URI uri, Consumer<String> lines) {
    // tag::push[]
    SseClient client = SseClient.builder(uri).header("Accept-Language", "en").build();
    EventStream stream = client.listen(event -> lines.accept(event.type() + " " + event.data()));
    // end::push[]
    return stream;
  }

  static void pull(URI uri, Consumer<ReceivedEvent> work)
      throws StreamException, InterruptedException {
    // tag::pull[]
    try (EventReader reader = SseClient.builder(uri).build().open()) {
      while (!reader.isEnded()) {
        reader.receive(Duration.ofSeconds(30)).ifPresent(work);
      }
    }
    // end::pull[]
  }

  static void flow(URI uri, Flow.Subscriber<ReceivedEvent> subscriber) {
    // tag::flow[]
    Flow.Publisher<ReceivedEvent> publisher = SseClient.builder(uri).build().publisher();
    publisher.subscribe(subscriber);
    // end::flow[]
  }

  static MarketsClient patient(URI base, Supplier<String> token, StreamObserver log) {
    // tag::settings[]
    ClientSettings settings =
        ClientSettings.of(base)
            .withHttp(
                http ->
                    http.customise(
                            request -> request.setHeader("Authorization", "Bearer " + token.get()))
                        .onFailure(ErrorStrategy.always().upTo(20))
                        .retry(Backoff.DEFAULT.withLongest(Duration.ofMinutes(2))))
            .withCodec(PayloadCodec.jackson2())
            .withObserver(log);
    MarketsClient client = MarketsClient.connect(settings);
    // end::settings[]
    return client;
  }

  static void parse(byte[] chunk, int length, Consumer<String> lines) {
    // tag::parser[]
    EventStreamParser parser = new EventStreamParser(event -> lines.accept(event.data()));
    parser.feed(chunk, 0, length); // as often as bytes come, cut anywhere
    parser.endOfStream();
    // end::parser[]
  }
}
