package io.tidings.examples.cdi;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** What happens to the orders of a shop. */
@SseStream("/orders")
public interface Orders {

  /** A customer has placed an order. */
  @Topic("placed")
  void placed(Order order);
}
