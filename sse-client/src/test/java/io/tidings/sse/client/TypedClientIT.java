package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.client.QuotesClient.QuotesTopic;
import io.tidings.sse.client.StreamException.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TypedClientIT {

  private static final String VENUE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

  private final Calls calls = new Calls();

  @Test
  void asksForAllTopicsOverOneConnection() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of())) {
      run(
          server,
          QuotesTopic.of("prices/A%2FB"),
          QuotesTopic.of("venues?mode=OPEN&venue=" + VENUE));

      assertThat(server.request())
          .startsWith(
              "get /stream/houses/h%201/quotes?topic=prices%2fa%252fb"
                  + "&topic=venues%3fmode%3dopen%26venue%3d"
                  + VENUE
                  + " http");
    }
  }

  @Test
  void callsTheListenerWithTypedVariablesAndPayloads() throws Exception {
    play(
        event("prices/A%2FB%20%C3%A4#price", "{\"cents\":5,\"currency\":\"EUR\",\"newer\":[1]}")
            + event("prices/X#halted", "plain: text")
            + event(
                "venues?mode=OPEN&venue=" + VENUE + "#mode", "[{\"cents\":1,\"currency\":\"\"}]")
            + event("floors/-7.count#count", "42")
            + event("raw#raw", "AQID"));

    assertThat(calls.lines)
        .containsExactly(
            "price A/B ä Price[cents=5, currency=EUR]",
            "halted X plain: text",
            "mode " + VENUE + " OPEN [Price[cents=1, currency=]]",
            "count -7 42",
            "raw [1, 2, 3]",
            "end NO_CONTENT");
  }

  @Test
  void readsPayloadsWithTheCodecThatWasChosen() throws Exception {
    for (PayloadCodec codec :
        List.of(
            PayloadCodec.jackson2(),
            PayloadCodec.jackson3(),
            PayloadCodec.jsonb(),
            (bytes, type) -> new Quotes.Price(5, "EUR"))) {
      calls.lines.clear();
      String body = event("prices/X#price", "{\"cents\":5,\"currency\":\"EUR\",\"newer\":1}");
      try (ScriptedServer server = new ScriptedServer(List.of(stream(body)))) {
        run(settings(server).withCodec(codec), QuotesTopic.of("prices/X"));
      }

      assertThat(calls.lines)
          .as(codec.getClass().getSimpleName())
          .containsExactly("price X Price[cents=5, currency=EUR]", "end NO_CONTENT");
    }
  }

  @Test
  void ignoresWhatANewerServerSends() throws Exception {
    play(
        event("prices/X#split", "{}")
            + event("bonds/X#price", "{}")
            + event("venues?mode=OPEN#mode", "[]")
            + event("venues?mode=OPEN&site=x#mode", "[]")
            + event("price", "{}")
            + event("prices/X#halted", "a"));

    assertThat(calls.lines).containsExactly("halted X a", "end NO_CONTENT");
  }

  @Test
  void saysThatTheSourceOfAPolledTopicHasFailed() throws Exception {
    play(event("sse-error", "not even JSON") + event("prices/X#halted", "a"));

    assertThat(calls.lines)
        .containsExactly("source error not even JSON", "halted X a", "end NO_CONTENT");
  }

  @Test
  void reportsAPayloadThatCannotBeDecodedWithItsEvent() throws Exception {
    play(
        event("prices/X#price", "{{{")
            + event("raw#raw", "***")
            + event("prices/X#price", "null")
            + event("prices/X#halted", "a"));

    assertThat(calls.lines)
        .containsExactly(
            "error PAYLOAD {{{",
            "error PAYLOAD ***",
            "error PAYLOAD null",
            "halted X a",
            "end NO_CONTENT");
  }

  @Test
  void livesOnWhenTheListenerThrows() throws Exception {
    calls.throwing = true;
    play(event("prices/X#halted", "a") + event("prices/X#halted", "b"));

    assertThat(calls.lines)
        .containsExactly("error LISTENER a", "error LISTENER b", "end NO_CONTENT");
  }

  @Test
  void dropsRepeatsById() throws Exception {
    play(
        "id: e-1\n"
            + event("prices/X#halted", "one")
            + "id: e-2\n"
            + event("prices/X#halted", "two")
            + "id: e-1\n"
            + event("prices/X#halted", "repeat")
            + event("prices/X#halted", "no id")
            + "id: e-2\n"
            + event("prices/Y#halted", "repeat")
            + "id: f-1\n"
            + event("prices/X#halted", "another epoch")
            + "id: x\n"
            + event("prices/X#halted", "another kind of id"));

    assertThat(calls.lines)
        .containsExactly(
            "halted X one",
            "halted X two",
            "halted X no id",
            "halted X another epoch",
            "halted X another kind of id",
            "end NO_CONTENT");
  }

  @Test
  void tellsOfAGapAndTakesTheSnapshotThatFollows() throws Exception {
    play(
        "id: e-2\n"
            + event("prices/X#halted", "two")
            + event(
                "sse-gap",
                "{\"reason\":\"trimmed\",\"topic\":\"prices/X\",\"firstAvailable\":\"e-9\"}")
            + "id: e-2\n"
            + event("prices/X#halted", "snapshot"));

    assertThat(calls.lines)
        .containsExactly(
            "halted X two", "gap TRIMMED prices/X e-9", "halted X snapshot", "end NO_CONTENT");
  }

  @Test
  void endsWhenEachTopicHasEnded() throws Exception {
    String end =
        event("sse-end", "{\"topic\":\"prices/X\"}") + event("sse-end", "{\"topic\":\"raw\"}");
    try (ScriptedServer server = new ScriptedServer(List.of(stream(end)))) {
      run(server, QuotesTopic.of("prices/X"), QuotesTopic.of("raw"));
    }

    assertThat(calls.lines).containsExactly("ended prices/X", "ended raw", "end COMPLETED");
  }

  @Test
  void refusesTopicsOfDifferentStreams() {
    QuotesClient client = QuotesClient.connect(URI.create("http://localhost:1"));

    assertThatThrownBy(() -> client.subscribe(calls))
        .hasMessage("topics must be at least one, all of one stream; was []");
    assertThatThrownBy(
            () ->
                client.subscribe(
                    calls, new QuotesTopic("houses/a/quotes", "raw"), new QuotesTopic("b", "raw")))
        .hasMessageContaining("all of one stream; was [houses/a/quotes, b]");
    assertThatThrownBy(() -> client.subscribe(calls, new QuotesTopic("b", "raw")))
        .hasMessage("stream path must be of Quotes; was b");
  }

  private void play(String body) throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(stream(body)))) {
      run(server, QuotesTopic.of("prices/X"));
    }
  }

  private void run(ScriptedServer server, QuotesTopic... topics) throws Exception {
    run(settings(server), topics);
  }

  private static ClientSettings settings(ScriptedServer server) {
    return ClientSettings.of(server.uri()).withHttp(http -> http.timing(new FakeTime().timing()));
  }

  private void run(ClientSettings settings, QuotesTopic... topics) throws Exception {
    try (EventStream stream = QuotesClient.connect(settings).subscribe(calls, topics)) {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static String event(String type, String data) {
    return "event: " + type + "\ndata: " + data + "\n\n";
  }

  /** Writes down its calls. */
  private static final class Calls implements Quotes, StreamObserver {

    private final List<String> lines = new ArrayList<>();
    private boolean throwing;

    @Override
    public void price(String symbol, Price price) {
      lines.add("price " + symbol + ' ' + price);
    }

    @Override
    public void halted(String symbol, String reason) {
      if (throwing) {
        throw new IllegalStateException(reason);
      }
      lines.add("halted " + symbol + ' ' + reason);
    }

    @Override
    public void mode(UUID venue, Mode mode, List<Price> prices) {
      lines.add("mode " + venue + ' ' + mode + ' ' + prices);
    }

    @Override
    public void count(int floor, int count) {
      lines.add("count " + floor + ' ' + count);
    }

    @Override
    public void raw(byte[] bytes) {
      lines.add("raw " + Arrays.toString(bytes));
    }

    @Override
    public void onGap(Gap gap) {
      lines.add(
          "gap "
              + gap.reason()
              + ' '
              + gap.topic().orElse("")
              + ' '
              + gap.firstAvailable().orElse(""));
    }

    @Override
    public void onTopicEnd(String topic) {
      lines.add("ended " + topic);
    }

    @Override
    public void onSourceError(ReceivedEvent event) {
      lines.add("source error " + event.data());
    }

    @Override
    public void onError(StreamException failure) {
      Fault fault = failure.fault();
      lines.add("error " + fault + ' ' + failure.event().map(ReceivedEvent::data).orElse(""));
    }

    @Override
    public void onEnd(EndReason reason) {
      lines.add("end " + reason);
    }
  }
}
