package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What filters let through, live and on replay. */
class EventFilterTest extends FilteredHub {

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
}
