package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decides per subscription which events of this type it gets, live and on replay.
 *
 * <p>The filter runs off the delivery threads; while it thinks, only its own reader waits.
 *
 * <pre>{@code
 * @Topic("orders")
 * @Filter(OwnOrders.class)
 * void placed(Order order);
 *
 * final class OwnOrders implements EventFilter<Order> {
 *   public boolean accept(Subscription subscription, Order order) { … }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Filter {

  /**
   * The class that decides.
   *
   * @return a class that implements {@code io.tidings.sse.hub.EventFilter<P>}, where {@code P}
   *     accepts the payload, with a constructor without parameters that the package of the stream
   *     can call
   */
  Class<?> value();
}
