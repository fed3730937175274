package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import io.tidings.sse.hub.NaiveStream.NaiveReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub against {@link NaiveStream}: thousands of random steps, every block compared. */
class HubModelTest {

  /** More for a long search: {@code -Dhub.model.seeds=1000}. */
  private static final int SEEDS = Integer.getInteger("hub.model.seeds", 5);

  private static final int STEPS = 400;
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final EventDefinition<String> QUOTE =
      EventDefinition.of(NaiveStream.QUOTE, String.class).withConflate(INTERVAL);
  private static final List<String> TOPICS = List.of("prices/A", "prices/B", "prices/C");
  private static final String OTHER = "prices/OTHER";
  private static final List<String> PRINCIPALS = List.of("alice", "bob");

  /** A reader of the hub beside the reader of the model that it must equal. */
  private record Pair(TestReader real, NaiveReader naive) {}

  @ParameterizedTest(name = "keeping {0} events")
  @ValueSource(ints = {0, 1, 3, 40})
  void doesWhatTheNaiveModelDoes(int keeps) {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed, keeps, null).go();
    }
  }

  /** Memory keeps less than history, so that readers page; the hub is stopped and started again. */
  @ParameterizedTest(name = "keeping {0} events in a history")
  @ValueSource(ints = {1, 3, 40})
  void doesWhatTheNaiveModelDoesWithAHistoryThatOutlivesIt(int keeps) {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Run(seed, keeps, new ListHistory()).go();
    }
  }

  private static final class Run {

    private final Random random;
    private final String name;
    private final ManualTimer timer = new ManualTimer();
    private final @Nullable History history;
    private final StreamDefinition definition;
    private Hub hub;
    private StreamPublisher publisher;
    private final NaiveStream model;
    private final List<Pair> pairs = new ArrayList<>();

    private Run(int seed, int keeps, @Nullable History history) {
      this.random = new Random(seed);
      this.name = "seed " + seed + " keeping " + keeps;
      this.definition =
          Markets.with(
              Markets.PRICES
                  .withEvent(QUOTE)
                  .withReplay(new ReplayPolicy(keeps, 1 << 20, null, 0)));
      this.history = history;
      this.hub = hub();
      this.publisher = hub.publisher(definition);
      this.model = new NaiveStream("t1", keeps);
      if (history != null) {
        awaitStored();
        model.publish(OTHER, "price", "first", null);
      }
    }

    private Hub hub() {
      HubBuilder builder = Hub.builder().environment(Environments.manual(timer));
      return history == null
          ? builder.build()
          : builder.history(history).memory(2, 1 << 20).build();
    }

    private void restart() {
      while (!pairs.isEmpty()) {
        leave();
      }
      hub.close(Duration.ZERO);
      hub = hub();
      publisher = hub.publisher(definition);
    }

    private void go() {
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (dice < 35) {
          publish();
        } else if (dice < 52) {
          publishInTime();
        } else if (dice < 55) {
          advance(Duration.ofMillis(300));
        } else if (dice < 70) {
          join();
        } else if (dice < 90) {
          read();
        } else if (dice < 96) {
          leave();
        } else if (dice < 98) {
          passTime();
        } else if (random.nextInt(8) == 0) {
          complete();
        }
      }
      List.copyOf(pairs).forEach(this::read);
    }

    private void passTime() {
      advance(Duration.ofMinutes(3));
      if (history == null) {
        model.sweep();
      } else if (random.nextBoolean()) {
        restart();
      }
    }

    private String topic() {
      return TOPICS.get(random.nextInt(TOPICS.size()));
    }

    private void publish() {
      String topic = topic();
      if (model.topic(topic).completed) {
        return;
      }
      int size = random.nextInt(20) == 0 ? 3000 : random.nextInt(40);
      String data = model.head + "x".repeat(size);
      boolean halted = random.nextBoolean();
      @Nullable String to = random.nextInt(4) == 0 ? PRINCIPALS.get(random.nextInt(2)) : null;
      (to == null ? publisher : publisher.toPrincipal(to))
          .publish(halted ? Markets.HALTED : Markets.PRICE, topic, data);
      model.publish(topic, halted ? "halted" : "price", data, to);
    }

    private void publishInTime() {
      String topic = topic();
      if (model.topic(topic).completed) {
        return;
      }
      String data = "q" + random.nextInt(1_000_000);
      @Nullable String to = random.nextInt(4) == 0 ? PRINCIPALS.get(random.nextInt(2)) : null;
      (to == null ? publisher : publisher.toPrincipal(to)).publish(QUOTE, topic, data);
      model.publishInTime(topic, data, to, INTERVAL.toNanos());
    }

    private void advance(Duration time) {
      model.advance(time.toNanos(), INTERVAL.toNanos());
      if (history == null) {
        timer.advance(time);
        return;
      }
      Duration first = time.compareTo(INTERVAL) < 0 ? time : INTERVAL;
      timer.advance(first);
      awaitStored(); // or windows last on, because what they have held is still on its way
      timer.advance(time.minus(first));
      awaitStored();
    }

    /** What was held back is stored by a thread of its own, before this is found to be repeated. */
    private void awaitStored() {
      publisher.withKey("first").publish(Markets.PRICE, OTHER, "first");
    }

    private void join() {
      List<String> topics = TOPICS.subList(0, 1 + random.nextInt(TOPICS.size()));
      String principal = PRINCIPALS.get(random.nextInt(2));
      int dice = random.nextInt(10);
      @Nullable Long seen = dice < 2 ? null : (long) random.nextInt((int) model.head + 2);
      boolean known = dice < 9;
      String id = seen == null ? null : (known ? "t1-" : "t7-") + seen;
      SubscriptionRequest request =
          new SubscriptionRequest(
              definition, "markets", topics, topics.size() > 1, id, "client", principal);
      if (history != null) {
        advance(Duration.ofSeconds(10)); // or pages are shared that have been trimmed since
      }
      Admission admission = hub.admit(request);
      NaiveReader naive = model.join(topics, seen, known, principal);
      assertThat(admission instanceof Admission.Finished).as(name).isEqualTo(naive == null);
      if (naive != null) {
        Pair pair = new Pair(new TestReader(admission), naive);
        pairs.add(pair);
        if (history != null) {
          read(pair); // or what it pages through may be trimmed before it is read
        }
      }
    }

    private void read() {
      if (!pairs.isEmpty()) {
        read(pairs.get(random.nextInt(pairs.size())));
      }
    }

    private void read(Pair pair) {
      List<Block> blocks = pair.real().read(1 + random.nextInt(2000));
      assertThat(blocks).as(name).isEqualTo(pair.naive().expected);
      assertThat(pair.real().hasEnded()).as(name).isEqualTo(pair.naive().ended);
      pair.naive().expected.clear();
      if (pair.naive().ended) {
        model.leave(pair.naive());
        pairs.remove(pair);
      }
    }

    private void leave() {
      if (!pairs.isEmpty()) {
        Pair pair = pairs.remove(random.nextInt(pairs.size()));
        pair.real().subscription.ended(CloseReason.CLOSED_BY_CLIENT);
        model.leave(pair.naive());
      }
    }

    private void complete() {
      String topic = topic();
      publisher.topic(topic).complete();
      model.complete(topic);
    }
  }
}
