package io.tidings.sse.hub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters let through, live, on replay and when they fail. */
@Timeout(30)
class EventFilterTest {

  private static final EventDefinition<String> PLAIN = EventDefinition.of("plain", String.class);
  private static final TopicDefinition NEWS = TopicDefinition.of("News", "news").withEvent(PLAIN);

  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(new ManualTimer()))
          .codec(Markets.CODEC)
          .listener(new Failures())
          .build();

  private final class Failures implements HubListener {
    @Override
    public void failed(@Nullable Connection connection, Throwable failure) {
      String client = connection == null ? "none" : connection.clientId();
      failures.add(client + ": " + failure.getMessage() + ": " + failure.getCause().getMessage());
    }
  }

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  /** A stream with a topic whose one event is filtered, another event, and a topic without. */
  private record Orders(EventDefinition<String> order, StreamDefinition stream) {

    static Orders filteredBy(EventFilter<? super String> filter, ReplayPolicy replay) {
      return of(filter, TopicDefinition.of("Orders", "orders").withReplay(replay));
    }

    static Orders filteredBy(EventFilter<? super String> filter) {
      return filteredBy(filter, ReplayPolicy.DEFAULT);
    }

    static Orders of(EventFilter<? super String> filter, TopicDefinition topic) {
      EventDefinition<String> order =
          EventDefinition.of("order", String.class).withFilter(() -> filter);
      return new Orders(
          order,
          StreamDefinition.of(Orders.class, "/shop")
              .withTopic(topic.withEvent(order).withEvent(PLAIN))
              .withTopic(NEWS));
    }

    SubscriptionRequest request(@Nullable String id, String principal, String... topics) {
      return new SubscriptionRequest(
          stream, "shop", List.of(topics), topics.length > 1, id, "c-" + principal, principal);
    }
  }

  private TestReader connect(Orders orders, @Nullable String id, String who, String... topics) {
    return new TestReader(hub.admit(orders.request(id, who, topics)));
  }

  private void publish(Orders orders, String... payloads) {
    for (String payload : payloads) {
      hub.publisher(orders.stream()).publish(orders.order(), "orders", payload);
    }
  }

  private static Predicate<List<Block>> data(String... expected) {
    return blocks -> data(blocks).equals(List.of(expected));
  }

  private static List<String> data(List<Block> blocks) {
    return blocks.stream().filter(Block::isEvent).map(Block::data).toList();
  }

  private static @Nullable String lastId(List<Block> blocks) {
    return blocks.stream().map(Block::id).filter(id -> id != null).reduce((a, b) -> b).orElse(null);
  }

  private static List<Block> readUntil(TestReader reader, Predicate<List<Block>> enough) {
    List<Block> blocks = new ArrayList<>();
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(10, SECONDS)
        .until(
            () -> {
              if (!reader.hasEnded()) {
                blocks.addAll(reader.read());
              }
              return enough.test(blocks);
            });
    return blocks;
  }

  private boolean isOwn(Subscription subscription, String order) {
    asked.add(subscription.principal().orElse("") + '?' + order);
    return order.startsWith(subscription.principal().orElse(""));
  }

  @Test
  void everyReaderGetsWhatItsFilterAcceptsLive() {
    Orders orders = Orders.filteredBy(this::isOwn);
    TestReader ann = connect(orders, null, "ann", "orders");
    TestReader bob = connect(orders, null, "bob", "orders");
    ann.read();

    publish(orders, "ann 1", "bob 1", "ann 2");

    readUntil(ann, data("ann 1", "ann 2"));
    readUntil(bob, data("bob 1"));
  }

  /** Decides by what a principal's name begins with. */
  private final class ByHouse implements EventFilter<String> {

    @Override
    public boolean accept(Subscription subscription, String order) {
      asked.add(key(subscription) + '?' + order);
      if (order.endsWith("boom") && asked.size() == 1) {
        throw new IllegalStateException("boom");
      }
      return order.startsWith(key(subscription));
    }

    @Override
    public String key(Subscription subscription) {
      return subscription.principal().orElse("").substring(0, 3);
    }
  }

  @Test
  void aVerdictIsMadeOnceForAllWithOneKey() {
    Orders orders = Orders.filteredBy(new ByHouse());
    List<TestReader> readers =
        List.of(
            connect(orders, null, "ann 1", "orders"),
            connect(orders, null, "ann 2", "orders"),
            connect(orders, null, "ann 3", "orders"),
            connect(orders, null, "bob 1", "orders"));
    readers.forEach(TestReader::read);

    publish(orders, "ann a", "bob b", "ann c");

    readers.subList(0, 3).forEach(reader -> readUntil(reader, data("ann a", "ann c")));
    readUntil(readers.get(3), data("bob b"));
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "ann?ann a", "ann?bob b", "ann?ann c", "bob?ann a", "bob?bob b", "bob?ann c");
  }

  @Test
  void aVerdictThatFailedIsNobodyElses() {
    Orders orders = Orders.filteredBy(new ByHouse());
    TestReader first = connect(orders, null, "ann 1", "orders");
    first.read();
    publish(orders, "ann boom", "ann a");
    readUntil(first, data("ann a"));
    assertThat(hub.figures().dropped()).isEqualTo(1);

    TestReader second = connect(orders, "t1-0", "ann 2", "orders");

    readUntil(second, data("ann boom", "ann a"));
  }

  @Test
  void replayIsFilteredToo() {
    Orders orders = Orders.filteredBy(this::isOwn);
    connect(orders, null, "eve", "orders");
    publish(orders, "ann 1", "bob 1", "ann 2", "bob 2");

    List<Block> blocks =
        readUntil(connect(orders, "t1-1", "ann", "orders"), all -> "t1-4".equals(lastId(all)));

    assertThat(data(blocks)).containsExactly("ann 2");
    assertThat(asked).doesNotContain("ann?ann 1");
  }

  @Test
  void whatWasRejectedIsNotDecidedAgainOnTheNextResume() {
    Orders orders = Orders.filteredBy(this::isOwn);
    TestReader ann = connect(orders, null, "ann", "orders");
    readUntil(ann, blocks -> !blocks.isEmpty());
    publish(orders, "ann 1", "bob 1", "bob 2");

    List<Block> blocks = readUntil(ann, all -> "t1-3".equals(lastId(all)));

    assertThat(data(blocks)).containsExactly("ann 1");
    asked.clear();
    TestReader again = connect(orders, "t1-3", "ann", "orders");
    publish(orders, "ann 2");
    readUntil(again, data("ann 2"));
    assertThat(asked).contains("ann?ann 2").doesNotContain("ann?bob 1", "ann?bob 2");
  }

  @Test
  void aTopicThatIsNotRejectedGetsNoIdOnlyBlocks() {
    Orders orders = Orders.filteredBy((subscription, order) -> true);
    TestReader ann = connect(orders, null, "ann", "orders");
    readUntil(ann, blocks -> !blocks.isEmpty());

    publish(orders, "1", "2");

    assertThat(readUntil(ann, data("1", "2"))).allMatch(Block::isEvent);
  }

  @Test
  void aFilterThatThrowsDropsTheEventForItsReaderAndIsReported() {
    Orders orders =
        Orders.filteredBy(
            (subscription, order) -> {
              if (order.equals("odd") && subscription.clientId().equals("c-ann")) {
                throw new IllegalArgumentException("cannot say");
              }
              return true;
            });
    TestReader ann = connect(orders, null, "ann", "orders");
    TestReader bob = connect(orders, null, "bob", "orders");

    publish(orders, "one", "odd", "two");

    readUntil(ann, data("one", "two"));
    readUntil(bob, data("one", "odd", "two"));
    await()
        .untilAsserted(
            () ->
                assertThat(failures)
                    .containsExactly(
                        "c-ann: filter of order must decide; threw at an event of orders:"
                            + " cannot say"));
  }

  @Test
  void aFilterThatCannotBeMadeLetsNothingThrough() {
    EventDefinition<String> order =
        EventDefinition.of("order", String.class)
            .withFilter(
                () -> {
                  throw new IllegalStateException("no database");
                });
    TopicDefinition topic = TopicDefinition.of("Orders", "orders").withEvent(order);
    Orders orders = new Orders(order, StreamDefinition.of(Orders.class, "/shop").withTopic(topic));
    TestReader ann = connect(orders, null, "ann", "orders");

    publish(orders, "one");

    List<Block> blocks = readUntil(ann, all -> "t1-1".equals(lastId(all)));
    assertThat(data(blocks)).isEmpty();
    await().untilAsserted(() -> assertThat(failures).hasSize(1));
  }

  @Test
  void payloadsAreReadBackByTheCodec() {
    EventDefinition<Integer> count =
        EventDefinition.of("count", Integer.class).withFilter(() -> (s, n) -> n % 2 == 0);
    EventDefinition<byte[]> raw =
        EventDefinition.of("raw", byte[].class).withFilter(() -> (s, bytes) -> bytes[0] == 7);
    StreamDefinition stream =
        StreamDefinition.of(Orders.class, "/counts")
            .withTopic(TopicDefinition.of("All", "all").withEvent(count).withEvent(raw));
    StreamPublisher publisher = hub.publisher(stream);
    IntStream.range(0, 5).forEach(n -> publisher.publish(count, "all", n));
    publisher.publish(raw, "all", new byte[] {7, 1});
    publisher.publish(raw, "all", new byte[] {1, 7});

    SubscriptionRequest request =
        new SubscriptionRequest(stream, "counts", List.of("all"), false, "t1-0", "c", null);

    readUntil(new TestReader(hub.admit(request)), data("0", "2", "4", "BwE="));
  }

  @Test
  void theLeavesOfASealedPayloadAreDecodedAsWhatTheyAre() {
    EventDefinition<Object> sealed =
        EventDefinition.sealed(Object.class)
            .withLeaf(Integer.class, "number")
            .withLeaf(String.class, "text")
            .withFilter(() -> (s, payload) -> payload.equals(1) || payload.equals("b"));
    StreamDefinition stream =
        StreamDefinition.of(Orders.class, "/mixed")
            .withTopic(TopicDefinition.of("All", "all").withEvent(sealed));
    StreamPublisher publisher = hub.publisher(stream);
    List.<Object>of(1, 2, "a", "b").forEach(one -> publisher.publish(sealed, "all", one));

    SubscriptionRequest request =
        new SubscriptionRequest(stream, "mixed", List.of("all"), false, "t1-0", "c", null);

    readUntil(new TestReader(hub.admit(request)), data("1", "b"));
  }

  @Test
  void otherEventsOfTheTopicAndOtherTopicsKeepTheirOrder() {
    Orders orders = Orders.filteredBy((subscription, order) -> order.startsWith("yes"));
    TestReader ann = connect(orders, null, "ann", "orders", "news");
    StreamPublisher publisher = hub.publisher(orders.stream());
    publisher.publish(PLAIN, "news", "a");
    publish(orders, "yes 1", "no 1");
    publisher.publish(PLAIN, "orders", "b");
    publish(orders, "no 2");
    publisher.publish(PLAIN, "news", "c");
    publish(orders, "yes 2", "no 3");
    publisher.publish(PLAIN, "news", "d");

    readUntil(ann, data("a", "yes 1", "b", "c", "yes 2", "d"));
  }

  @Test
  void whatTheHubSaysIsNeverFiltered() {
    Orders orders = Orders.filteredBy((subscription, order) -> false);
    publish(orders, "one");

    TestReader ann = connect(orders, "other-7", "ann", "orders");
    List<Block> blocks = readUntil(ann, all -> "t1-1".equals(lastId(all)));
    assertThat(blocks.get(0).type()).isEqualTo("sse-gap");

    hub.publisher(orders.stream()).topic("orders").complete();
    List<Block> end = readUntil(ann, all -> ann.hasEnded());
    assertThat(end).extracting(Block::type).containsExactly("sse-end");
  }

  @Test
  void whatIsSentToOneClientIsFilteredToo() {
    Orders orders = Orders.filteredBy(this::isOwn);
    TestReader ann = connect(orders, null, "ann", "orders");
    StreamPublisher direct = hub.publisher(orders.stream()).to("c-ann");

    direct.publish(orders.order(), "orders", "bob 1");
    direct.publish(orders.order(), "orders", "ann 1");

    readUntil(ann, data("ann 1"));
  }

  @Test
  void aReaderThatGotASnapshotGetsNothingAfterItThatIsRejected() {
    EventDefinition<String> state =
        EventDefinition.of("state", String.class)
            .withSource(FakeSources.class, (sources, variables) -> "now")
            .withSnapshot();
    hub.sources(new FakeSources());
    Orders orders =
        Orders.of(
            (subscription, order) -> order.startsWith("mine"),
            TopicDefinition.of("Orders", "orders").withEvent(state));
    TestReader reader = connect(orders, null, "ann", "orders");
    List<Block> opening = readUntil(reader, data("now"));

    publish(orders, "theirs", "mine");

    assertThat(opening).isNotEmpty();
    assertThat(data(readUntil(reader, data("mine")))).containsExactly("mine");
  }

  @Test
  void aFilterThatHangsDelaysOnlyItsReaderAndIsInterruptedAtItsEnd() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Orders orders =
        Orders.filteredBy(
            (subscription, order) -> {
              if (subscription.clientId().equals("c-ann")) {
                started.countDown();
                try {
                  never.await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                  throw e;
                }
              }
              return true;
            });
    TestReader ann = connect(orders, null, "ann", "orders");
    TestReader bob = connect(orders, null, "bob", "orders");

    publish(orders, "one", "two");
    readUntil(bob, data("one", "two"));
    assertThat(ann.readData()).isEmpty();
    await().until(() -> started.getCount() == 0);

    ann.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    await().until(() -> interrupted.getCount() == 0);
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noEventIsLostAndNoneSlipsThroughWhateverTheReaderDoes(long seed) {
    Random random = new Random(seed);
    Orders orders = Orders.filteredBy((subscription, order) -> Integer.parseInt(order) % 3 == 0);
    TestReader reader = connect(orders, null, "ann", "orders", "news");
    List<String> got = new ArrayList<>();
    int count = 900;
    for (int i = 0; i < count; i++) {
      publish(orders, String.valueOf(i));
      if (random.nextInt(40) == 0) {
        got.addAll(data(reader.read(1 + random.nextInt(400))));
      }
    }
    List<Block> rest =
        readUntil(reader, all -> data(all).contains(String.valueOf((count - 1) / 3 * 3)));
    got.addAll(data(rest));

    assertThat(got)
        .isEqualTo(
            IntStream.range(0, count).filter(n -> n % 3 == 0).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP_OLDEST", "LATEST"})
  void aReaderThatWasOvertakenGetsNothingThatWasRejected(String policy) {
    BackpressurePolicy slow =
        new BackpressurePolicy(
            BackpressurePolicy.Policy.valueOf(policy), 20, 1 << 20, Duration.ofSeconds(30));
    Orders orders =
        Orders.of(
            (subscription, order) -> Integer.parseInt(order) % 2 == 0,
            TopicDefinition.of("Orders", "orders").withBackpressure(slow));
    TestReader reader = connect(orders, null, "ann", "orders");
    Random random = new Random(7);
    List<Integer> got = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      publish(orders, String.valueOf(i));
      if (random.nextInt(25) == 0) {
        numbers(reader.read()).forEach(got::add);
      }
    }
    publish(orders, "2000");
    numbers(readUntil(reader, all -> data(all).contains("2000"))).forEach(got::add);

    assertThat(got).isNotEmpty().allMatch(n -> n % 2 == 0).isSorted().doesNotHaveDuplicates();
  }

  private static List<Integer> numbers(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> "order".equals(block.type()))
        .map(block -> Integer.valueOf(block.data()))
        .toList();
  }
}
