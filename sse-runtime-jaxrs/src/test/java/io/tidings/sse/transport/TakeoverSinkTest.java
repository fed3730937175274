package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.transport.Takeover.Declined;
import io.tidings.sse.transport.Takeover.Offer;
import io.tidings.sse.transport.Takeover.Taken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TakeoverSinkTest {

  private final Hub hub = Hub.create();
  private final RecordingSink entry = new RecordingSink();
  private final RecordingSink better = new RecordingSink();
  private final Response response = new Response(Delivery.of(hub));
  private final List<Offer> offers = new ArrayList<>();
  private final SinkEvents events =
      new SinkEvents() {
        @Override
        public void writable() {}

        @Override
        public void gone() {}
      };

  private static final class Response extends StartedResponse {
    boolean open = true;
    int closes;

    Response(Delivery delivery) {
      super(delivery);
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public Optional<String> obstacle() {
      return Optional.empty();
    }

    @Override
    protected void close() {
      closes++;
    }
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private final Takeover willing = started -> new Taken("better", "it may", better);
  private final Takeover unwilling = started -> new Declined("best", "it may not");

  private TakeoverSink sink(Takeover... candidates) throws IOException {
    TakeoverSink sink = new TakeoverSink(entry, response, List.of(candidates), offers::addAll);
    sink.open(events);
    return sink;
  }

  private static Batch batch(String block) {
    byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
    Batch batch = new Batch();
    batch.add(bytes, 0, bytes.length, 1);
    return batch;
  }

  @Test
  void theFirstBlockLeavesThroughTheEntryAndTheRestTheBetterWay() throws Exception {
    TakeoverSink sink = sink(unwilling, willing);

    boolean more = sink.write(batch("data: first\n\n"));
    sink.write(batch("data: second\n\n"));

    assertThat(more).isFalse(); // the better way says itself when it is ready
    assertThat(entry.data()).containsExactly("first");
    assertThat(better.data()).containsExactly("second");
    assertThat(better.events()).isSameAs(events);
    assertThat(offers).extracting(Offer::way).containsExactly("best", "better");
  }

  @Test
  void theFirstOneThatIsWillingIsTaken() throws Exception {
    sink(willing, unwilling).write(batch("data: first\n\n"));

    assertThat(offers).extracting(Offer::way).containsExactly("better");
  }

  @Test
  void everythingStaysInTheEntryWhenNobodyIsWilling() throws Exception {
    TakeoverSink sink = sink(unwilling);

    assertThat(sink.write(batch("data: first\n\n"))).isTrue();
    assertThat(sink.write(batch("data: second\n\n"))).isTrue();

    assertThat(entry.data()).containsExactly("first", "second");
    assertThat(offers).hasSize(1);
  }

  @Test
  void aResponseThatFailedAtItsFirstBlockIsOfferedToNobody() {
    response.open = false;

    assertThatThrownBy(() -> sink(willing).write(batch("data: first\n\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must be open");
    assertThat(offers).isEmpty();
  }

  @Test
  void whatAContainerThrowsAboutAFailedResponseIsNoFailureOfOurs() {
    Takeover dying =
        started -> {
          response.open = false;
          throw new IllegalStateException("recycled");
        };

    assertThatThrownBy(() -> sink(dying).write(batch("data: first\n\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatAContainerThrowsAboutAGoodResponseIsToldAsItIs() {
    Takeover faulty =
        started -> {
          throw new UnsupportedOperationException("bug");
        };

    assertThatThrownBy(() -> sink(faulty).write(batch("data: first\n\n")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void abortingCutsTheWayThatIsInUse() throws Exception {
    TakeoverSink before = sink(willing);
    before.abort();
    assertThat(entry.aborts).isEqualTo(1);
    assertThatThrownBy(() -> before.write(batch("data: late\n\n"))).isInstanceOf(IOException.class);

    TakeoverSink after = sink(willing);
    after.write(batch("data: first\n\n"));
    after.abort();
    after.abort();

    assertThat(better.aborts).isEqualTo(1);
    assertThat(entry.aborts).isEqualTo(1);
  }

  @Test
  void abortingDuringTheTakeoverCutsTheNewWay() throws Exception {
    TakeoverSink[] sink = new TakeoverSink[1];
    sink[0] =
        sink(
            started -> {
              sink[0].abort();
              return new Taken("better", "too late", better);
            });

    assertThatThrownBy(() -> sink[0].write(batch("data: first\n\n")))
        .isInstanceOf(IOException.class);

    assertThat(entry.aborts).isEqualTo(1);
    assertThat(better.aborts).isEqualTo(1);
  }

  @Test
  void theEntryIsCutFromBelowBecauseAWriteMayBeStuckInIt() throws Exception {
    List<String> steps = new ArrayList<>();
    response.cutBy(
        new Cut() {
          @Override
          public void cut() {
            steps.add("cut");
          }

          @Override
          public void afterwards(Runnable release) {
            steps.add("afterwards");
            release.run();
          }
        });

    sink(unwilling).abort();

    assertThat(steps).containsExactly("cut", "afterwards");
    assertThat(entry.aborts).isEqualTo(1);
  }

  /** A way out that knows how to cut the response before anything is out. */
  private static Takeover cuttingBy(List<String> steps) {
    return new Takeover() {
      @Override
      public void prepare(StartedResponse response) {
        response.cutBy(() -> steps.add("cut"));
      }

      @Override
      public Offer offer(StartedResponse response) {
        return new Declined("a stream of many", "it may not");
      }
    };
  }

  @Test
  void aFirstWriteThatIsStuckIsCutFromBelow() throws Exception {
    List<String> steps = new ArrayList<>();
    TakeoverSink sink = sink(cuttingBy(steps));
    entry.duringWrites(
        () -> {
          steps.add("freed by abort: " + sink.isFreedByAbort());
          CompletableFuture.runAsync(sink::abort).join();
        });

    sink.write(batch("data: first\n\n"));

    assertThat(steps).containsExactly("freed by abort: true", "cut");
    assertThat(sink.isFreedByAbort()).isFalse();
  }

  @Test
  void aFirstWriteThatFailsOnItsOwnIsNotCutBecauseAnotherAnswerMayBeOnItsWay() throws Exception {
    List<String> steps = new ArrayList<>();
    TakeoverSink sink = sink(cuttingBy(steps));
    entry.breakDown();

    assertThatThrownBy(() -> sink.write(batch("data: first\n\n"))).isInstanceOf(IOException.class);
    sink.abort();

    assertThat(steps).isEmpty();
    assertThat(entry.aborts).isEqualTo(1);
  }

  @Test
  void aResponseIsGivenBackOnce() throws Exception {
    response.finish();
    response.release();

    assertThat(response.closes).isEqualTo(1);
  }

  @Test
  void aServerIsToldOnceWhatToRunWhenItStops() {
    Object server = new Object();

    assertThat(response.drainFor(server)).isPresent();
    assertThat(new Response(Delivery.of(hub)).drainFor(server)).isEmpty();
    assertThat(response.drainFor(new Object())).isPresent();
  }
}
