package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Block;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A filter that fails or hangs costs nobody but its reader, and lets nothing through. */
class FilterFailureTest extends FilteredHub {

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
}
