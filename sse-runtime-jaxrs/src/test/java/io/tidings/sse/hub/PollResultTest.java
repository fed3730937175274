package io.tidings.sse.hub;

import static io.tidings.sse.hub.SourcedHub.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tidings.sse.event.Event;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.Failures;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollResultTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** What an application implements, and how it learns that nobody asks any more. */
  private static final class Jobs implements PollListener {

    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private volatile PollResult<String> result = PollResult.of("1");
    private volatile @Nullable RuntimeException failure;
    private volatile int asked;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one call at a time
    private PollResult<String> progress() {
      asked++;
      RuntimeException thrown = failure;
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }

    @Override
    public void stopped(String stream, String topic) {
      stopped.add(stream + '/' + topic);
    }
  }

  private static final EventDefinition<String> PROGRESS =
      EventDefinition.of("progress", String.class)
          .withResults(Jobs.class, (jobs, variables) -> jobs.progress())
          .withPoll(INTERVAL, true);

  private static final StreamDefinition STREAM =
      StreamDefinition.of(Jobs.class, "/jobs")
          .withTopic(TopicDefinition.of("Job", "{id}").withEvent(PROGRESS));

  private final ManualTimer timer = new ManualTimer();
  private final Jobs jobs = new Jobs();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private Hub hub = builder().build();

  private HubBuilder builder() {
    return Hub.builder()
        .environment(Environments.manual(timer))
        .listener(Failures.into(failures))
        .sources(jobs);
  }

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private TestReader connect(@Nullable String lastEventId) {
    return new TestReader(
        hub.admit(
            new SubscriptionRequest(STREAM, "jobs", List.of("7"), false, lastEventId, null, null)));
  }

  private static List<Block> readUntil(TestReader reader, int events) {
    List<Block> blocks = new ArrayList<>();
    soon()
        .until(
            () -> {
              reader.read().stream().filter(Block::isEvent).forEach(blocks::add);
              return blocks.size() >= events;
            });
    return blocks;
  }

  private void awaitAsked(int times) {
    soon().until(() -> jobs.asked == times && hub.sourcesUnderWay() == 0);
  }

  @Test
  void publishesALastValueAndThenCompletesTheTopic() {
    TestReader reader = connect(null);
    readUntil(reader, 1);
    awaitAsked(1);
    jobs.result = PollResult.last("done");
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 2))
        .extracting(Block::type, Block::data)
        .containsExactly(tuple("progress", "done"), tuple("sse-end", "{\"topic\":\"7\"}"));
    assertThat(reader.hasEnded()).isTrue();
    timer.advance(INTERVAL.multipliedBy(3));
    assertThat(jobs.asked).isEqualTo(2);
  }

  @Test
  void givesTheLastValueToThoseWhoComeAfterTheEnd() {
    jobs.result = PollResult.last("done");
    TestReader first = connect(null);
    readUntil(first, 2);

    assertThat(connect(null).readData()).containsExactly("done", "{\"topic\":\"7\"}");
    assertThat(connect("t1-1").readData()).containsExactly("{\"topic\":\"7\"}");
    assertThat(
            hub.admit(
                new SubscriptionRequest(STREAM, "jobs", List.of("7"), false, "t1-2", null, null)))
        .isInstanceOf(Admission.Finished.class);
  }

  @Test
  void completesTheTopicWhenTheLastValueIsNoNews() {
    TestReader reader = connect(null);
    readUntil(reader, 1);
    awaitAsked(1);
    jobs.result = PollResult.last("1");
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 1)).extracting(Block::type).containsExactly("sse-end");
  }

  @Test
  void publishesNothingWhenNothingHasChanged() {
    TestReader reader = connect(null);
    readUntil(reader, 1);
    awaitAsked(1);
    jobs.result = PollResult.unchanged();
    timer.advance(INTERVAL);
    awaitAsked(2);

    assertThat(reader.readData()).isEmpty();
    assertThat(connect(null).readData()).as("a newcomer").containsExactly("1");
    assertThat(failures).isEmpty();
  }

  @Test
  void tellsReadersNothingOfAFailureUnlessItIsToldTo() {
    jobs.failure = new IllegalStateException("password of the database: 1234");
    TestReader reader = connect(null);
    soon().until(() -> !failures.isEmpty() && hub.sourcesUnderWay() == 0);

    assertThat(reader.readData()).isEmpty();
  }

  @Test
  void tellsReadersOfAFailureWithoutItsCause() {
    hub = builder().sourceErrors().build();
    jobs.failure = new IllegalStateException("password of the database: 1234");
    TestReader reader = connect(null);

    List<Block> told = readUntil(reader, 1);
    assertThat(told).extracting(Block::type).containsExactly("sse-error");
    assertThat(told.get(0).data())
        .isEqualTo("{\"topic\":\"7\",\"message\":\"source has failed; it is asked again\"}");
    awaitAsked(1);
    jobs.failure = null;
    timer.advance(INTERVAL);
    assertThat(readUntil(reader, 1)).extracting(Block::data).containsExactly("1");
  }

  @Test
  void tellsReadersOfAFailureInTheApplicationsWords() {
    hub =
        builder()
            .sourceErrors(
                failure ->
                    "{\"apiVersion\":\"v3\",\"message\":\"try later\",\"statusCode\":503,\"n\":"
                        + failure.failures()
                        + "}")
            .build();
    jobs.failure = new IllegalStateException("secret");
    TestReader reader = connect(null);

    assertThat(readUntil(reader, 1).get(0).data())
        .isEqualTo("{\"apiVersion\":\"v3\",\"message\":\"try later\",\"statusCode\":503,\"n\":1}");
    awaitAsked(1);
    timer.advance(INTERVAL);
    assertThat(readUntil(reader, 1).get(0).data()).endsWith("\"n\":2}");
  }

  @Test
  void goesOnAskingWhenTheWordsForAFailureCannotBeFound() {
    hub =
        builder()
            .sourceErrors(
                failure -> {
                  throw new IllegalStateException("no words");
                })
            .build();
    jobs.failure = new IllegalStateException("secret");
    TestReader reader = connect(null);
    soon().until(() -> failures.stream().anyMatch(e -> "no words".equals(e.getMessage())));
    awaitAsked(1);
    jobs.failure = null;
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 1)).extracting(Block::data).containsExactly("1");
  }

  @Test
  void saysOnceThatATopicIsNotPolledAnyMore() {
    TestReader reader = connect(null);
    TestReader other = connect(null);
    awaitAsked(1);
    other.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    assertThat(jobs.stopped).isEmpty();
    reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);

    soon().until(() -> !jobs.stopped.isEmpty());
    hub.close(Duration.ZERO);
    assertThat(jobs.stopped).containsExactly("jobs/7");
  }

  @Test
  void saysThatPollingHasStoppedWhenTheHubCloses() {
    connect(null);
    awaitAsked(1);

    hub.close(Duration.ZERO);

    soon().until(() -> jobs.stopped.equals(List.of("jobs/7")));
  }

  @Test
  void aLastValueMustBeOne() {
    assertThatThrownBy(() -> PollResult.last(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("last value must not be null; was null");
    assertThat(PollResult.of(Event.of("a"))).isEqualTo(PollResult.of(Event.of("a")));
  }
}
