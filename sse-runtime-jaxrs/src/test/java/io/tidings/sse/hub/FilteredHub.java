package io.tidings.sse.hub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A hub with a stream that has a filter, and what the filter was asked. */
@Timeout(30)
abstract class FilteredHub {

  static final EventDefinition<String> PLAIN = EventDefinition.of("plain", String.class);
  static final TopicDefinition NEWS = TopicDefinition.of("News", "news").withEvent(PLAIN);

  final List<String> failures = new CopyOnWriteArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final Hub hub =
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
  record Orders(EventDefinition<String> order, StreamDefinition stream) {

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

  TestReader connect(Orders orders, @Nullable String id, String who, String... topics) {
    return new TestReader(hub.admit(orders.request(id, who, topics)));
  }

  void publish(Orders orders, String... payloads) {
    for (String payload : payloads) {
      hub.publisher(orders.stream()).publish(orders.order(), "orders", payload);
    }
  }

  static Predicate<List<Block>> data(String... expected) {
    return blocks -> data(blocks).equals(List.of(expected));
  }

  static List<String> data(List<Block> blocks) {
    return blocks.stream().filter(Block::isEvent).map(Block::data).toList();
  }

  static @Nullable String lastId(List<Block> blocks) {
    return blocks.stream().map(Block::id).filter(id -> id != null).reduce((a, b) -> b).orElse(null);
  }

  static List<Block> readUntil(TestReader reader, Predicate<List<Block>> enough) {
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

  boolean isOwn(Subscription subscription, String order) {
    asked.add(subscription.principal().orElse("") + '?' + order);
    return order.startsWith(subscription.principal().orElse(""));
  }
}
