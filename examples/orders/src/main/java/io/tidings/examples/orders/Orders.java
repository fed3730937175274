package io.tidings.examples.orders;

import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Orders on their way. */
@SseStream("/orders")
@RolesAllowed("customer")
@Guard(OwnOrders.class)
public interface Orders {

  /** All orders of a customer, as a newcomer finds them. */
  @Topic("of/{customer}")
  @Snapshot
  void orders(String customer, List<Order> orders);

  /** An order has moved on. */
  @Topic("of/{customer}")
  void moved(String customer, Order order);
}
