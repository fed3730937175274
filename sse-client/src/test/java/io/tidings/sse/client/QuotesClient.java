package io.tidings.sse.client;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** What generated code looks like: one statement a method. */
final class QuotesClient {

  private static final ClientDefinition<Quotes> STREAM =
      ClientDefinition.of(Quotes.class, "/houses/{house}/quotes")
          .withEvent(
              "prices/{symbol}",
              "price",
              Quotes.Price.class,
              (quotes, topic, price) -> quotes.price(topic.string("symbol"), price))
          .withEvent(
              "prices/{symbol}",
              "halted",
              String.class,
              (quotes, topic, reason) -> quotes.halted(topic.string("symbol"), reason))
          .withEvent(
              "venues{?mode,venue}",
              "mode",
              new PayloadType<List<Quotes.Price>>() {},
              (quotes, topic, prices) ->
                  quotes.mode(
                      topic.get("venue", UUID::fromString),
                      topic.get("mode", Quotes.Mode::valueOf),
                      prices))
          .withEvent(
              "floors/{floor}.count",
              "count",
              Integer.class,
              (quotes, topic, count) -> quotes.count(topic.get("floor", Integer::valueOf), count))
          .withEvent("raw", "raw", byte[].class, (quotes, topic, bytes) -> quotes.raw(bytes));

  private final TypedClient<Quotes> client;

  private QuotesClient(TypedClient<Quotes> client) {
    this.client = client;
  }

  static QuotesClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  static QuotesClient connect(ClientSettings settings) {
    return new QuotesClient(TypedClient.of(STREAM, settings));
  }

  EventStream subscribe(Quotes listener, QuotesTopic... topics) {
    return client.subscribe(listener, topics, QuotesTopic::streamPath, QuotesTopic::path);
  }

  /** The generated type of topics, shortened. */
  record QuotesTopic(String streamPath, String path) {
    static QuotesTopic of(String path) {
      return new QuotesTopic("houses/h%201/quotes", path);
    }
  }
}
