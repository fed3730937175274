package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers for whom a filter has one key share its verdicts. */
class SharedVerdictsTest extends FilteredHub {

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
}
