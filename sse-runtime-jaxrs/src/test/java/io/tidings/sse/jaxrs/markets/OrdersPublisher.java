package io.tidings.sse.jaxrs.markets;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.Variable;

/** The publisher of {@link Orders}. */
public final class OrdersPublisher implements Orders {

  static final EventDefinition<String> ORDER = EventDefinition.of("order", String.class);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Orders.class, "/tenants/{tenant}/orders")
          .withVariable(Variable.string("tenant"))
          .withTopic(
              TopicDefinition.of("Number", "number/{number}{?kind}")
                  .withVariable(Variable.of("number", Integer::valueOf))
                  .withVariable(Variable.string("kind"))
                  .withEvent(ORDER));

  private final StreamPublisher publisher;

  public OrdersPublisher(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  @Override
  public void order(String tenant, int number, String kind, String text) {
    publisher
        .in("tenants/" + tenant + "/orders")
        .publish(ORDER, "number/" + number + "?kind=" + kind, text);
  }
}
