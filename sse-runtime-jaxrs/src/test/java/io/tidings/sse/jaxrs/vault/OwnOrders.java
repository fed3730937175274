package io.tidings.sse.jaxrs.vault;

import io.tidings.sse.hub.EventFilter;
import io.tidings.sse.hub.Subscription;
import java.util.concurrent.CountDownLatch;

/**
 * Lets through what begins with the reader's name; for the reader {@code stuck} it never decides.
 */
public final class OwnOrders implements EventFilter<CharSequence> {

  @Override
  public boolean accept(Subscription subscription, CharSequence order) throws Exception {
    String name = subscription.principal().orElse("nobody");
    if (name.equals("stuck")) {
      new CountDownLatch(1).await();
    }
    return order.toString().startsWith(name);
  }
}
