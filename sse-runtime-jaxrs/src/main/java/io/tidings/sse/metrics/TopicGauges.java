package io.tidings.sse.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.TopicHandle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many read each of the topics that most read; a bounded number of them, looked at again now
 * and then, because every label costs the registry memory.
 */
final class TopicGauges {

  private static final Duration PERIOD = Duration.ofSeconds(10);

  private record Topic(String stream, String path, int readers) {}

  private final Hub hub;
  private final Tags tags;
  private final int most;
  private final MultiGauge gauges;

  // Written by any thread; read by the timer.
  private volatile boolean ended;

  private TopicGauges(Hub hub, Tags tags, int most, MeterRegistry registry) {
    this.hub = hub;
    this.tags = tags;
    this.most = most;
    this.gauges =
        MultiGauge.builder("sse.topic.connections")
            .description("Connections that read the topic, of the topics that most read")
            .tags(tags)
            .register(registry);
  }

  /** Begins to look, and says how to end it. */
  static Runnable begin(Hub hub, Tags tags, int most, MeterRegistry registry) {
    TopicGauges gauges = new TopicGauges(hub, tags, most, registry);
    gauges.look();
    hub.timer().every(PERIOD, gauges::look);
    return gauges::end;
  }

  private void look() {
    if (!ended) {
      gauges.register(rows(), true);
    }
  }

  private void end() {
    ended = true;
    gauges.register(List.of(), true);
  }

  private List<MultiGauge.Row<?>> rows() {
    return hub.streams().stream()
        .flatMap(this::topics)
        .sorted(Comparator.comparingInt(Topic::readers).reversed())
        .limit(most)
        .<MultiGauge.Row<?>>map(
            topic ->
                MultiGauge.Row.of(
                    tags.and("stream", topic.stream(), "topic", topic.path()), topic.readers()))
        .toList();
  }

  private Stream<Topic> topics(String stream) {
    return hub.topics(stream).stream()
        .map(
            path ->
                new Topic(
                    stream,
                    path,
                    hub.topic(stream, path).map(TopicHandle::subscriberCount).orElse(0)));
  }
}
