package io.tidings.benchmarks.rows.tidings;

import io.tidings.benchmarks.harness.RowServer;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.jaxrs.SseFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** A row of ours: a hub and an application; subclasses put the application into a container. */
public abstract class TidingsRow implements RowServer {

  private final Hub hub = Hub.create();
  private final PricesPublisher publisher = new PricesPublisher(hub);
  private final Prices prices = publisher;
  private final TopicHandle topic = publisher.topic(new PricesTopic.Events());

  /** A row with an empty hub. */
  protected TidingsRow() {}

  /** The feature of this row's hub. */
  protected SseFeature feature() {
    return SseFeature.of(hub);
  }

  /** The application as a user would write it. */
  protected final ResourceConfig application() {
    return new ResourceConfig().register(feature());
  }

  @Override
  public final String path() {
    return "/bench/events";
  }

  @Override
  public final void publish(String id, String data) {
    prices.price(data);
  }

  @Override
  public final int readers() {
    return topic.subscriberCount();
  }
}
