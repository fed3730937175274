package io.tidings.examples.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The orders of every customer, and what they know to log in with. Safe for any thread. */
final class Shop implements OrdersSources {

  private static final Map<String, String> PASSWORDS = Map.of("ann", "secret", "bob", "hidden");

  /** An order, and whose it is. */
  private record Owned(String customer, Order order) {
    Owned moved() {
      return new Owned(customer, order.moved());
    }
  }

  private final Map<Integer, Owned> orders = new ConcurrentSkipListMap<>();
  private final Orders news;

  Shop(Orders news) {
    this.news = news;
    put("ann", new Order(17, "Tea", Order.State.PAID));
    put("ann", new Order(18, "A teapot", Order.State.PACKED));
    put("bob", new Order(19, "Coffee", Order.State.SHIPPED));
  }

  static boolean knows(String name, String password) {
    return password.equals(PASSWORDS.get(name));
  }

  private void put(String customer, Order order) {
    orders.put(order.id(), new Owned(customer, order));
  }

  /** Moves an order on: first where it is kept, then to those who look. */
  void move(int id) {
    Owned moved = orders.computeIfPresent(id, (same, owned) -> owned.moved());
    if (moved != null) {
      news.moved(moved.customer(), moved.order());
    }
  }

  @Override
  public List<Order> orders(String customer) {
    return orders.values().stream()
        .filter(owned -> owned.customer().equals(customer))
        .map(Owned::order)
        .toList();
  }
}
