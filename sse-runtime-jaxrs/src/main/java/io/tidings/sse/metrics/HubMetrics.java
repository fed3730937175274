package io.tidings.sse.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubFigures;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Binds the figures of one hub to a meter registry. They are counted by the hub itself and read
 * when the registry asks, so that an event costs nothing more. Safe for any thread.
 */
public final class HubMetrics implements MeterBinder, AutoCloseable {

  private record Bound(MeterRegistry registry, Meter meter) {}

  private static final String CONNECTIONS = "sse.connections";

  private final Hub hub;
  private final Tags tags;
  private final int topics;
  private final Picture picture;
  private final List<Bound> bound = new CopyOnWriteArrayList<>();
  private final List<Runnable> endings = new CopyOnWriteArrayList<>();

  private HubMetrics(Hub hub, Tags tags, int topics) {
    this.topics = topics;
    this.hub = hub;
    this.tags = tags;
    this.picture = new Picture(hub);
  }

  /**
   * The metrics of this hub, bound to no registry yet.
   *
   * @param hub the hub
   * @return its metrics
   */
  public static HubMetrics of(Hub hub) {
    return new HubMetrics(hub, Tags.empty(), 0);
  }

  /**
   * Binds the metrics of this hub to Micrometer's global registry, once, until the hub closes; what
   * {@code SseFeature} does where Micrometer is there. Of several hubs the first one is bound: bind
   * the others yourself, {@link #withTags with tags} that tell them apart.
   *
   * @param hub the hub
   */
  public static void bindGlobally(Hub hub) {
    hub.companion(
        HubMetrics.class,
        fresh -> {
          HubMetrics metrics = of(fresh);
          if (Metrics.globalRegistry.find(CONNECTIONS).meter() == null) {
            metrics.bindTo(Metrics.globalRegistry);
          }
          return metrics;
        });
  }

  /**
   * The same metrics with more tags, so that two hubs can share a registry.
   *
   * @param keyValues keys and values in turn
   * @return new metrics
   */
  public HubMetrics withTags(String... keyValues) {
    return new HubMetrics(hub, tags.and(keyValues), topics);
  }

  /**
   * The same metrics with a gauge {@code sse.topic.connections} for each of the topics that most
   * read; they are looked at every ten seconds.
   *
   * @param most of how many topics; every one is a series of the registry
   * @return new metrics
   */
  public HubMetrics withTopics(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("topics must be at least 1; was " + most);
    }
    return new HubMetrics(hub, tags, most);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, CONNECTIONS, "Open connections", HubFigures::connections);
    gauge(registry, "sse.topics", "Topics that are read or have history", HubFigures::topics);
    gauge(
        registry,
        "sse.subscriber.lag",
        "How many events the slowest reader is behind",
        HubFigures::longestLag);
    counter(registry, "sse.events.published", "Events that were stored", HubFigures::published);
    counter(
        registry,
        "sse.events.delivered",
        "Events that were handed to connections",
        HubFigures::delivered);
    counter(
        registry,
        "sse.events.dropped",
        "Events that readers should have got and did not",
        HubFigures::dropped);
    counter(registry, "sse.gaps", "Gaps that readers were told of", HubMetrics::gaps);
    bytes(registry);
    for (CloseReason reason : CloseReason.values()) {
      disconnects(registry, reason);
    }
    latency(registry);
    if (topics > 0) {
      endings.add(TopicGauges.begin(hub, tags, topics, registry));
    }
  }

  private static double gaps(HubFigures figures) {
    return figures.gaps().values().stream().mapToLong(Long::longValue).sum();
  }

  private void gauge(
      MeterRegistry registry, String name, String text, ToDoubleFunction<HubFigures> value) {
    keep(
        registry,
        Gauge.builder(name, picture, seen -> value.applyAsDouble(seen.figures()))
            .description(text)
            .tags(tags)
            .strongReference(true)
            .register(registry));
  }

  private void counter(
      MeterRegistry registry, String name, String text, ToDoubleFunction<HubFigures> value) {
    keep(
        registry,
        FunctionCounter.builder(name, picture, seen -> value.applyAsDouble(seen.figures()))
            .description(text)
            .tags(tags)
            .register(registry));
  }

  private void bytes(MeterRegistry registry) {
    keep(
        registry,
        FunctionCounter.builder("sse.bytes.sent", picture, seen -> seen.figures().bytesSent())
            .description("Bytes that were handed to connections")
            .baseUnit(BaseUnits.BYTES)
            .tags(tags)
            .register(registry));
  }

  private void disconnects(MeterRegistry registry, CloseReason reason) {
    keep(
        registry,
        FunctionCounter.builder(
                "sse.disconnects",
                picture,
                seen -> seen.figures().disconnects().getOrDefault(reason, 0L))
            .description("Connections that have ended")
            .tags(tags.and("reason", reason.name().toLowerCase(Locale.ROOT)))
            .register(registry));
  }

  /** The only one that is told of each write: how long its newest event was on its way. */
  private void latency(MeterRegistry registry) {
    Timer timer =
        Timer.builder("sse.delivery.latency")
            .description("From publish until the bytes were handed to the container")
            .tags(tags)
            .register(registry);
    endings.add(hub.timeDeliveries(nanos -> timer.record(nanos, TimeUnit.NANOSECONDS)));
    keep(registry, timer);
  }

  private void keep(MeterRegistry registry, Meter meter) {
    bound.add(new Bound(registry, meter));
  }

  /** Takes the meters out of every registry that they were bound to. */
  @Override
  public void close() {
    endings.forEach(Runnable::run);
    bound.forEach(one -> one.registry().remove(one.meter()));
    bound.clear();
  }
}
