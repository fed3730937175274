package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.jaxrs.pipe.Pipe;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers get, quick ones and slow ones, by every way out of every container. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource
final class TransportIT extends PipedServer {

  @Test
  void everyEventComesOnceAndInOrder() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");

    for (int i = 0; i < 500; i++) {
      pipe.line(Pipe.CALM, line(i, i * 13 % 3000));
    }

    for (int i = 0; i < 500; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, i * 13 % 3000));
    }
  }

  @Test
  void aLoneEventLeavesAtOnce() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");

    for (int i = 0; i < 20; i++) {
      pipe.line(Pipe.CALM, line(i, 10));
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 10));
    }
  }

  @Test
  void aBurstLeavesInFewWrites() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");
    int before = witness.sent.get();

    for (int i = 0; i < 5000; i++) {
      pipe.line(Pipe.CALM, line(i, 100));
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 100));
    }
    await().until(() -> connection("reader").eventsSent() == 5000);
    assertThat(witness.sent.get() - before).isLessThan(2500);
  }

  @Test
  void manyReadersGetTheSame() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }

    for (int i = 0; i < 20; i++) {
      pipe.line(Pipe.CALM, line(i, 300));
    }

    for (RawResponse stream : streams) {
      for (int i = 0; i < 20; i++) {
        assertThat(dataOf(stream.block())).isEqualTo(line(i, 300));
      }
    }
    assertThat(hub.connections()).hasSize(200);
  }

  @Test
  void aSlowReaderGetsEverything() throws Exception {
    RawResponse stream = live(clientWithSmallWindow(), Pipe.CALM, "slow");

    for (int i = 0; i < 1000; i++) {
      pipe.line(Pipe.CALM, line(i, 5000));
    }

    await().until(() -> connection("slow").eventsSent() > 0);
    for (int i = 0; i < 1000; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 5000));
    }
    pipe.line(Pipe.CALM, "after");
    assertThat(dataOf(stream.block())).isEqualTo("after");
  }

  @Test
  void anEventThatIsLargerThanEveryBufferArrivesWhole() throws Exception {
    RawResponse stream = live(clientWithSmallWindow(), Pipe.CALM, "reader");
    String large = "y".repeat(900_000);

    pipe.line(Pipe.CALM, large);
    pipe.line(Pipe.CALM, large);
    pipe.line(Pipe.CALM, "after");

    assertThat(dataOf(stream.block())).isEqualTo(large);
    assertThat(dataOf(stream.block())).isEqualTo(large);
    assertThat(dataOf(stream.block())).isEqualTo("after");
  }

  @Test
  @Tag(STUCK)
  void aStuckReaderIsCutWithinItsWriteTimeoutAndDisturbsNobody() throws Exception {
    RawClient stuck = clientWithTinyWindow();
    RawResponse head = live(stuck, Pipe.STRICT, "stuck");
    RawResponse healthy = live(client(), Pipe.STRICT, "healthy");
    String large = "z".repeat(64 * 1024);

    for (int i = 0; i < 200; i++) { // the kernel and Grizzly's queue together take megabytes
      pipe.line(Pipe.STRICT, large);
      assertThat(dataOf(healthy.block())).hasSize(64 * 1024);
    }
    long start = System.nanoTime();
    awaitEnd("stuck");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    Set<CloseReason> reasons =
        way.endsStuckWritesItself() // whichever of the two comes first
            ? Set.of(CloseReason.CLOSED_BY_CLIENT, CloseReason.WRITE_TIMEOUT)
            : Set.of(CloseReason.WRITE_TIMEOUT);
    assertThat(reasons).contains(witness.reasons.get("stuck"));
    if (!way.discardsWhatIsUnsent()) {
      stuck.widen(); // or it would take minutes to read what the kernel has kept
    }
    assertThat(isCut(head.body())).isTrue();
    pipe.line(Pipe.STRICT, "after");
    assertThat(dataOf(healthy.block())).isEqualTo("after");
  }

  /** Whether a stream ends without its last chunk, and without much that the kernel had kept. */
  private boolean isCut(InputStream body) {
    int most = way.discardsWhatIsUnsent() ? 128 << 10 : Integer.MAX_VALUE;
    try {
      for (int read = 0; read < most; read++) {
        if (body.read() < 0) {
          return false;
        }
      }
      return false;
    } catch (IOException e) {
      return !(e instanceof java.net.SocketTimeoutException);
    }
  }

  /** A stream on which nothing was sent for two and a half times the timeout of its container. */
  private RawResponse patient() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "patient");
    await()
        .pollDelay(KitServers.IMPATIENT.multipliedBy(5).dividedBy(2))
        .until(() -> hub.connection("patient").isPresent());
    return stream;
  }

  @Test
  @Tag(IMPATIENT)
  void aSilentStreamOutlastsTheIdleTimeoutOfItsContainer() throws Exception {
    RawResponse stream = patient();

    pipe.line(Pipe.CALM, "still here");
    assertThat(dataOf(stream.block())).isEqualTo("still here");
  }

  @Test
  @Tag(IMPATIENT)
  void aStreamThatOutlastedTheIdleTimeoutOfItsContainerEndsCleanly() throws Exception {
    RawResponse stream = patient();

    hub.connection("patient").orElseThrow().close(CloseReason.CLOSED_BY_SERVER);

    assertThat(stream.rest()).isEmpty(); // and throws without the last chunk
  }

  @Test
  void anIdleConnectionGetsHeartbeats() throws Exception {
    RawResponse stream = live(client(), Pipe.BEATING, "reader");

    assertThat(stream.block()).startsWith(":");
    assertThat(stream.block()).startsWith(":");
    pipe.line(Pipe.BEATING, "event");
    List<String> blocks = List.of(stream.block(), stream.block());
    assertThat(blocks).anyMatch(block -> block.contains("data: event\n"));
  }
}
