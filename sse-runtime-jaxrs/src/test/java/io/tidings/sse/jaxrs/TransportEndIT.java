package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.transport.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** However a stream ends, by every way out of every container, it leaves nothing behind. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource
final class TransportEndIT extends PipedServer {

  /** A reader that gets no more than its container needs to notice its farewell. */
  private RawClient idle(String id) throws IOException {
    RawClient client = client();
    live(client, way.noticesAFarewellWhileIdle() ? Pipe.CALM : Pipe.BEATING, id);
    return client;
  }

  private void assertForgotten(String id) {
    awaitEnd(id);
    assertThat(witness.reasons).containsEntry(id, CloseReason.CLOSED_BY_CLIENT);
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }

  @Test
  void aReaderThatIsResetWhileIdleIsForgotten() throws Exception {
    RawClient gone = idle("gone");

    gone.reset();

    assertForgotten("gone");
  }

  @Test
  void aReaderThatLeavesWhileIdleIsForgotten() throws Exception {
    RawClient gone = idle("gone");

    gone.close();

    assertForgotten("gone");
  }

  @Test
  void aReaderThatVanishesWhileMuchIsWrittenIsForgotten() throws Exception {
    RawClient gone = clientWithTinyWindow();
    live(gone, Pipe.CALM, "gone");
    for (int i = 0; i < 100; i++) {
      pipe.line(Pipe.CALM, line(i, 60_000));
    }

    gone.reset();

    assertForgotten("gone");
  }

  @Test
  void aClientThatLeavesAtAnyStepOfItsRegistrationLeavesNothingBehind() throws Exception {
    Set<String> all = new HashSet<>();
    for (int round = 0; round < 60; round++) {
      RawClient client = RawClient.to(server);
      String id = "c" + round;
      all.add(id);
      client.send("GET", "/pipe/" + Pipe.BEATING, "sse-clientid: " + id);
      await().until(() -> doorman.arrived.contains(id)); // or a reset could overtake the request
      for (int read = 0; read < round % 16 * 15; read++) {
        client.readByte();
      }
      if (round % 2 == 0) {
        client.reset();
      } else {
        client.close();
      }
    }

    // None is still to be let in once all have an answer.
    await().untilAsserted(() -> assertThat(doorman.answered).isEqualTo(all));
    await().untilAsserted(() -> assertThat(Delivery.of(hub).connections()).isZero());
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
    await()
        .untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(witness.subscribed.size()));
    assertThat(begun(client().get("/pipe/" + Pipe.CALM)).status()).isEqualTo(200);
  }

  @Test
  void aConnectionThatIsClosedWhileItIsWrittenToEndsCleanlyBetweenTwoEvents() throws Exception {
    ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    opened(publisher::shutdownNow);
    AtomicInteger next = new AtomicInteger();
    Runnable burst =
        () -> {
          for (int i = 0; i < 20; i++) {
            pipe.line(Pipe.CALM, line(next.getAndIncrement(), 500));
          }
        };
    Future<?> publishing = publisher.scheduleAtFixedRate(burst, 0, 5, TimeUnit.MILLISECONDS);

    for (int round = 0; round < 20; round++) {
      RawClient client = client();
      RawResponse stream = client.get("/pipe/" + Pipe.CALM, "sse-clientid: c" + round);
      stream.block();
      // One that is closed before it is subscribed to is neither announced nor missed.
      String id = "c" + round;
      await().until(() -> witness.subscribed.contains(id));
      connection(id).close(CloseReason.CLOSED_BY_SERVER);
      List<Block> rest = StrictParser.parse(stream.rest());
      assertConsecutive(rest.stream().filter(Block::isEvent).map(Block::data).toList());
      awaitEnd(id);
      assertThat(witness.reasons).containsEntry(id, CloseReason.CLOSED_BY_SERVER);
    }
    assertThat(publishing.cancel(false)).isTrue();
  }

  private static void assertConsecutive(List<String> lines) {
    int[] numbers =
        lines.stream().mapToInt(text -> Integer.parseInt(text.split(" ", 2)[0])).toArray();
    for (int i = 1; i < numbers.length; i++) {
      assertThat(numbers[i]).isEqualTo(numbers[i - 1] + 1);
    }
  }

  @Test
  void aConnectionThatIsClosedAsSoonAsItIsThereEndsCleanly() throws Exception {
    for (int round = 0; round < 40; round++) {
      RawClient client = client();
      String id = "c" + round;
      client.send("GET", "/pipe/" + Pipe.CALM, "sse-clientid: " + id);
      awaitConnection(id);

      connection(id).close(CloseReason.CLOSED_BY_SERVER);

      RawResponse stream = client.next();
      assertThat(StrictParser.parse(stream.rest())).hasSizeLessThan(4);
      assertThat(client.get("/plain").rest()).isEqualTo("plain");
    }
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
    await()
        .untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(witness.subscribed.size()));
  }

  @Test
  void aHubThatClosesEndsEveryStreamCleanly() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }
    pipe.line(Pipe.CALM, "last");

    hub.close(Duration.ofSeconds(5));

    for (RawResponse stream : streams) {
      List<Block> rest = StrictParser.parse(stream.rest());
      assertThat(rest).extracting(Block::data).contains("last");
      assertThat(rest).extracting(Block::retry).anyMatch(retry -> retry != null);
    }
    await().untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(20));
  }

  @Test
  void aServerThatStopsEndsOpenStreamsCleanlyAndDoesNotWaitForThem() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }
    await().until(() -> hub.connections().size() == 5);

    long start = System.nanoTime();
    running.stopGracefully();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(KitServers.GRACE.dividedBy(2));
    for (RawResponse stream : streams) {
      assertThat(StrictParser.parse(stream.rest())) // which fails where there is no clean end
          .extracting(Block::retry)
          .anyMatch(retry -> retry != null);
    }
  }
}
