package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.PayloadTooLargeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a hand-written resource can send. */
@EveryKindOfContainer
final class ConnectionIT extends DeskServer {

  @Test
  void whatIsSentArrivesAsItWasWrittenAndInOrder() throws Exception {
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();

    connection.send(Event.of("one\ntwo").withType("greeting").withId("own-1"));
    connection.sendData("plain");
    connection.sendJson(Map.of("amount", 42));
    connection.comment("still here");

    assertThat(stream.block()).isEqualTo("event: greeting\nid: own-1\ndata: one\ndata: two\n\n");
    assertThat(stream.block()).isEqualTo("data: plain\n\n");
    assertThat(stream.block()).isEqualTo("data: {\"amount\":42}\n\n");
    assertThat(stream.block()).isEqualTo(": still here\n\n");
  }

  @Test
  void theHeadIsThatOfEveryEventStreamAndTheApplicationsOwn() throws Exception {
    desk.options =
        ConnectionOptions.usual().withHeader("X-Job", "17").withHeader("Content-Type", "text/html");

    RawResponse stream = live("/desk/a");

    assertThat(stream.header("X-Job")).isEqualTo("17");
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
  }

  @Test
  void severalThreadsMaySendAtOnceAndEachIsInOrder() throws Exception {
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();
    CountDownLatch ready = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int own = t;
      Thread thread =
          new Thread(
              () -> {
                awaitQuietly(ready);
                for (int i = 0; i < 100; i++) {
                  connection.sendData(own + " " + i);
                }
              });
      thread.start();
      threads.add(thread);
    }

    ready.countDown();

    int[] next = new int[4];
    for (int i = 0; i < 400; i++) {
      String[] data = stream.block().strip().substring("data: ".length()).split(" ", 2);
      assertThat(data[1]).isEqualTo("" + next[Integer.parseInt(data[0])]++);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anIdleConnectionGetsItsHeartbeat() throws Exception {
    desk.options =
        ConnectionOptions.usual()
            .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(100), "beat"));

    assertThat(live("/desk/a").block()).isEqualTo("event: beat\ndata: \n\n");
  }

  @Test
  void whatIsTooLargeIsRefusedAndTheConnectionStays() throws Exception {
    desk.options = ConnectionOptions.usual().withPayloadLimit(10);
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();

    assertThatThrownBy(() -> connection.sendData("12345678901"))
        .isInstanceOf(PayloadTooLargeException.class);
    connection.sendData("1234567890");

    assertThat(stream.block()).isEqualTo("data: 1234567890\n\n");
  }

  @Test
  void eventSinksWithoutAConnectionStayAsTheyWere() throws Exception {
    RawResponse stream = get("/desk/plain/jaxrs");

    assertThat(stream.headers()).doesNotContainKey("X-Accel-Buffering");
    assertThat(stream.rest()).isEqualTo("data: without us\n\n");
  }

  @Test
  void aMethodWithoutAnEventSinkIsToldWhatIsMissing() throws Exception {
    assertThat(get("/desk/plain/page").rest())
        .contains("request to desk/plain/page must belong to a resource method with @Produces");
  }

  @Test
  void optionsRefuseHeadersThatWouldSplitTheResponse() {
    assertThatThrownBy(() -> ConnectionOptions.usual().withHeader("X", "a\r\nb"))
        .hasMessage("header value must not have control characters; was a??b");
  }

  @Test
  void theBoundOfASlowClientCanBeChanged() throws Exception {
    desk.options =
        ConnectionOptions.usual()
            .withBackpressure(
                new BackpressurePolicy(
                    BackpressurePolicy.Policy.LATEST, 100_000, 64 << 20, Duration.ofSeconds(30)));
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();

    for (int i = 0; i < 20_000; i++) {
      connection.sendData("" + i);
    }

    for (int i = 0; i < 20_000; i++) {
      assertThat(stream.block()).isEqualTo("data: " + i + "\n\n");
    }
    await().untilAsserted(() -> assertThat(connection.lag()).isZero());
  }
}
