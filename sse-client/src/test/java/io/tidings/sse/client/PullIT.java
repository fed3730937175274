package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.silent;
import static io.tidings.sse.client.ScriptedServer.status;
import static io.tidings.sse.client.ScriptedServer.stream;
import static io.tidings.sse.client.ScriptedServer.streamHead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Pulling: by {@code receive}, and by requests of a subscriber. */
final class PullIT {

  private static final long FAR_TOO_MUCH = 256L << 20;

  @Test
  void receivesInOrderAndThenNothing() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(List.of(stream("retry:1\ndata:a\n\ndata:b\n\n")));
        EventReader reader = SseClient.builder(server.uri()).build().open()) {
      assertThat(reader.receive()).get().extracting(ReceivedEvent::data).isEqualTo("a");
      assertThat(reader.receive(Duration.ofMinutes(1)))
          .get()
          .extracting(ReceivedEvent::data)
          .isEqualTo("b");
      assertThat(reader.isEnded()).isFalse();
      assertThat(reader.receive()).isEmpty();
      assertThat(reader.isEnded()).isTrue();
    }
  }

  @Test
  void receivesGapsAndEndsAsTheEventsThatTellOfThem() throws Exception {
    String gap = "event:sse-gap\ndata:{\"reason\":\"trimmed\",\"topic\":\"t\"}\n\n";
    try (ScriptedServer server =
            new ScriptedServer(List.of(stream("retry:1\nid:…\n" + gap), stream("data:a\n\n")));
        EventReader reader = SseClient.builder(server.uri()).build().open()) {
      assertThat(reader.receive().flatMap(Gap::of))
          .contains(new Gap(Gap.Reason.TRIMMED, Optional.of("t"), Optional.empty()));
      assertThat(reader.receive().flatMap(Gap::of))
          .contains(new Gap(Gap.Reason.UNSENDABLE_ID, Optional.empty(), Optional.empty()));
      assertThat(reader.receive().flatMap(Gap::of)).isEmpty();
      assertThat(reader.receive()).isEmpty();
    }
  }

  @Test
  void receivesNothingWhenNothingComesInTime() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(silent("")));
        EventReader reader = SseClient.builder(server.uri()).build().open()) {
      assertThat(reader.receive(Duration.ofMillis(1))).isEmpty();
      assertThat(reader.isEnded()).isFalse();
    }
  }

  @Test
  void throwsTheFailureThatEndedTheStream() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(status(404)));
        EventReader reader = SseClient.builder(server.uri()).build().open()) {
      assertThatThrownBy(reader::receive)
          .isInstanceOf(StreamException.class)
          .hasMessage("status must be 200 or 204; was 404");
    }
  }

  @Test
  void slowsTheSocketWhenNobodyReceives() throws Exception {
    AtomicLong written = new AtomicLong();
    try (ScriptedServer server = new ScriptedServer(List.of(torrent(written)));
        EventReader reader = SseClient.builder(server.uri()).build().open()) {
      assertThat(reader.receive()).isPresent();
      standsStill(written);

      long before = written.get();
      for (int i = 0; i < 20_000; i++) {
        assertThat(reader.receive()).isPresent();
      }
      assertThat(written.get()).isGreaterThan(before);
    }
  }

  @Test
  void slowsTheSocketWhileAListenerIsBusy() throws Exception {
    AtomicLong written = new AtomicLong();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch more = new CountDownLatch(20_000);
    StreamListener listener =
        event -> {
          busy.await();
          more.countDown();
        };
    try (ScriptedServer server = new ScriptedServer(List.of(torrent(written)));
        EventStream stream = SseClient.builder(server.uri()).build().listen(listener)) {
      await().until(() -> stream.state() == StreamState.OPEN && written.get() > 0);
      standsStill(written);

      long before = written.get();
      busy.countDown();
      assertThat(more.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(written.get()).isGreaterThan(before);
    }
  }

  @Test
  void deliversWhatASubscriberRequestsAndNoMore() throws Exception {
    AtomicLong written = new AtomicLong();
    Subscriber subscriber = new Subscriber();
    try (ScriptedServer server = new ScriptedServer(List.of(torrent(written)))) {
      SseClient.builder(server.uri()).build().publisher().subscribe(subscriber);
      subscriber.subscription.request(3);
      await().until(() -> subscriber.heard.size() == 3);
      standsStill(written);

      subscriber.subscription.request(2);
      await().until(() -> subscriber.heard.size() == 5);
      subscriber.subscription.cancel();
      await().until(server::isLeft);

      assertThat(subscriber.heard).hasSize(5).allMatch(line -> line.startsWith("next "));
    }
  }

  @Test
  void completesASubscriberAtTheEnd() throws Exception {
    Subscriber subscriber = new Subscriber();
    try (ScriptedServer server = new ScriptedServer(List.of(stream("retry:1\ndata:a\n\n")))) {
      SseClient.builder(server.uri()).build().publisher().subscribe(subscriber);
      subscriber.subscription.request(Long.MAX_VALUE);
      await().until(() -> subscriber.heard.size() == 2);

      assertThat(subscriber.heard).containsExactly("next a", "complete");
    }
  }

  @Test
  void tellsASubscriberOfAFailure() throws Exception {
    Subscriber subscriber = new Subscriber();
    try (ScriptedServer server = new ScriptedServer(List.of(status(500)))) {
      SseClient.builder(server.uri()).build().publisher().subscribe(subscriber);
      await().until(() -> !subscriber.heard.isEmpty());

      assertThat(subscriber.heard).containsExactly("error status must be 200 or 204; was 500");
    }
  }

  @Test
  void refusesARequestForNothing() throws Exception {
    Subscriber subscriber = new Subscriber();
    try (ScriptedServer server = new ScriptedServer(List.of(silent("data:a\n\n")))) {
      SseClient.builder(server.uri()).build().publisher().subscribe(subscriber);
      subscriber.subscription.request(0);
      await().until(() -> !subscriber.heard.isEmpty());

      assertThat(subscriber.heard).containsExactly("error request must be at least 1; was 0");
    }
  }

  /** Sends more than any buffer on the way holds, as fast as it is taken. */
  private static ScriptedServer.Answer torrent(AtomicLong written) {
    byte[] block = ("data:" + "x".repeat(1017) + "\n\n").getBytes(StandardCharsets.US_ASCII);
    return (socket, out) -> {
      out.write(streamHead().getBytes(StandardCharsets.US_ASCII));
      while (written.get() < FAR_TOO_MUCH) {
        out.write(block);
        written.addAndGet(block.length);
      }
    };
  }

  private static void standsStill(AtomicLong written) {
    AtomicLong last = new AtomicLong(-1);
    await()
        .pollInterval(Duration.ofMillis(200))
        .until(() -> last.getAndSet(written.get()) == written.get());
    assertThat(written.get()).isLessThan(FAR_TOO_MUCH / 8);
  }

  /** Requests only when told. */
  private static final class Subscriber implements Flow.Subscriber<ReceivedEvent> {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
      subscription = newSubscription;
    }

    @Override
    public void onNext(ReceivedEvent event) {
      heard.add("next " + event.data());
    }

    @Override
    public void onError(Throwable failure) {
      heard.add("error " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }
}
