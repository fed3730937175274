package io.tidings.examples.guide;

import io.micrometer.core.instrument.MeterRegistry;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubBuilder;
import io.tidings.sse.hub.HubHealth;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.jaxrs.SseFeature;
import io.tidings.sse.metrics.HubMetrics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What is done with a hub that serves people. */
final class Operations {

  private Operations() {}

  static void reach(Hub hub) {
    // tag::reach[]
    MarketsPublisher markets = new MarketsPublisher(hub);
    Price price = new Price(new BigDecimal("42.10"), "EUR");

    markets.toPrincipal("ann").price("ACME", price); // stored: ann, on all devices, also later
    markets.to("tab-7").price("ACME", price); // not stored: whoever calls itself tab-7 now
    // end::reach[]
  }

  static void presence(Hub hub) {
    // tag::presence[]
    int readers = hub.subscriberCount("markets");
    for (Connection connection : hub.connectionsOfPrincipal("ann")) {
      connection.close(CloseReason.CLOSED_BY_SERVER);
    }
    hub.topic("markets", "prices/ACME").ifPresent(topic -> topic.disconnectAll());
    // end::presence[]
    System.out.println(readers);
  }

  static Hub listening(HubBuilder builder, Consumer<String> audit) {
    // tag::listen[]
    Hub hub =
        builder
            .listener(
                new HubListener() {
                  @Override
                  public void unsubscribed(Connection connection, CloseReason reason) {
                    audit.accept(connection.principal().orElse("nobody") + " left: " + reason);
                  }
                })
            .build();
    // end::listen[]
    return hub;
  }

  static void bar(Hub hub) {
    // tag::revoke[]
    hub.revoke("ann"); // after the right was taken away; guards decide when ann comes back
    // end::revoke[]
  }

  static SseFeature tickets(Hub hub) {
    // tag::feature-tickets[]
    SseFeature feature = SseFeature.of(hub).tickets(Duration.ofMinutes(1));
    // end::feature-tickets[]
    return feature;
  }

  static void metrics(Hub hub, MeterRegistry registry) {
    // tag::metrics[]
    HubMetrics.of(hub).withTags("hub", "markets").bindTo(registry);
    // end::metrics[]
  }

  // tag::health[]
  static Map<String, Object> health(Hub hub) {
    HubHealth health = hub.health();
    return Map.of("status", health.status().name(), "reasons", health.reasons());
  }

  // end::health[]

  static Hub tellingOfFailures(HubBuilder builder) {
    // tag::source-errors[]
    Hub hub =
        builder
            .sourceErrors(
                failure -> Map.of("apiVersion", "v3", "message", "try later", "statusCode", 503))
            .build();
    // end::source-errors[]
    return hub;
  }
}
