package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.client.EndReason;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.ReceivedEvent;
import io.tidings.sse.client.StreamObserver;
import io.tidings.sse.hub.Hub;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.glassfish.grizzly.http.server.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way to read that the page on the client shows, against the server of the guide. */
@Timeout(30)
class ReadingsIT {

  private static final Price PRICE = new Price(new BigDecimal("42.10"), "EUR");
  private static final String JSON = "{\"amount\":42.10,\"currency\":\"EUR\"}";

  private final Hub hub = Hub.create();
  private final MarketsPublisher markets = new MarketsPublisher(hub);
  private final MarketsTopic acme = new MarketsTopic.Prices("ACME");
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private HttpServer server;
  private @Nullable EventStream stream;

  @BeforeEach
  void start() {
    server = MarketsServer.start(hub, 0);
  }

  @AfterEach
  void stop() {
    if (stream != null) {
      stream.close();
    }
    MarketsServer.stop(hub, server);
  }

  @Test
  void aBoardShowsWhatWasPublished() {
    PriceBoard board = new PriceBoard();
    stream = Readings.hear(base(), board);
    publishWhenSomebodyReads();
    Awaitility.await().until(() -> board.prices().equals(Map.of("ACME", PRICE)));

    markets.halted("ACME", new Halt("news"));

    Awaitility.await().until(() -> board.prices().isEmpty());
  }

  @Test
  void settingsReachTheConnectionAndTheObserver() throws Exception {
    CompletableFuture<EndReason> end = new CompletableFuture<>();
    StreamObserver log =
        new StreamObserver() {
          @Override
          public void onEnd(EndReason reason) {
            end.complete(reason);
          }
        };
    PriceBoard board = new PriceBoard();
    stream = Readings.patient(base(), () -> "token", log).subscribe(board, acme);
    publishWhenSomebodyReads();

    Awaitility.await().until(() -> board.prices().equals(Map.of("ACME", PRICE)));
    markets.topic(acme).complete();
    assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(EndReason.COMPLETED);
  }

  @Test
  void eventsArePushed() throws Exception {
    stream = Readings.push(prices(), lines::add);
    publishWhenSomebodyReads();

    assertThat(lines.poll(20, TimeUnit.SECONDS)).isEqualTo("price " + JSON);
  }

  @Test
  void eventsArePulledUntilTheTopicEnds() throws Exception {
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(
            () -> {
              publishWhenSomebodyReads();
              markets.topic(acme).complete();
            });

    Readings.pull(prices(), event -> lines.add(event.type()));

    publishing.get(20, TimeUnit.SECONDS);
    assertThat(lines).containsExactly("price", "sse-end");
  }

  @Test
  void eventsFlowAsFarAsTheyAreRequested() throws Exception {
    Readings.flow(prices(), new OneByOne());
    publishWhenSomebodyReads();
    markets.topic(acme).complete();

    assertThat(List.of(next(), next(), next())).containsExactly("price", "sse-end", "complete");
  }

  @Test
  void theParserNeedsNoHttp() {
    byte[] bytes = "data: a\n\ndata: b\r\rdata: lost".getBytes(StandardCharsets.UTF_8);

    Readings.parse(bytes, bytes.length, lines::add);

    assertThat(lines).containsExactly("a", "b");
  }

  private void publishWhenSomebodyReads() {
    Awaitility.await().until(() -> markets.topic(acme).subscriberCount() > 0);
    markets.price("ACME", PRICE);
  }

  private String next() throws InterruptedException {
    return String.valueOf(lines.poll(20, TimeUnit.SECONDS));
  }

  private URI base() {
    return URI.create("http://localhost:" + server.getListeners().iterator().next().getPort());
  }

  private URI prices() {
    return base().resolve("/markets/prices/ACME");
  }

  /** Asks for the next event when it has one. */
  private final class OneByOne implements Flow.Subscriber<ReceivedEvent> {

    private Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(1);
    }

    @Override
    public void onNext(ReceivedEvent event) {
      lines.add(event.type());
      if (subscription != null) {
        subscription.request(1);
      }
    }

    @Override
    public void onError(Throwable failure) {
      lines.add(failure.toString());
    }

    @Override
    public void onComplete() {
      lines.add("complete");
    }
  }
}
