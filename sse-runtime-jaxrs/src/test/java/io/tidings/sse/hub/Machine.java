package io.tidings.sse.hub;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream whose events come from sources, as a generated publisher would define it. */
final class Machine {

  /** What an application implements. */
  interface Sources {

    /** The load of one machine. */
    @Nullable String load(String machine) throws Exception;

    /** The orders of one machine. */
    @Nullable String orders(String machine) throws Exception;
  }

  static final EventDefinition<String> LOAD =
      EventDefinition.of("load", String.class)
          .withSource(Sources.class, (sources, variables) -> sources.load(variables.apply("name")))
          .withPoll(Duration.ofSeconds(5), true);

  static final EventDefinition<String> BEAT =
      EventDefinition.of("beat", String.class)
          .withSource(Sources.class, (sources, variables) -> sources.load(variables.apply("name")))
          .withPoll(Duration.ofSeconds(5), false);

  static final EventDefinition<String> ORDERS =
      EventDefinition.of("orders", String.class)
          .withSource(
              Sources.class, (sources, variables) -> sources.orders(variables.apply("name")))
          .withSnapshot();

  static final EventDefinition<String> ORDERS_OF_ALL =
      EventDefinition.of("orders", String.class)
          .withSource(Sources.class, (sources, variables) -> sources.orders("all"))
          .withSnapshot();

  static final EventDefinition<String> NOTE = EventDefinition.of("note", String.class);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Machine.class, "/machine")
          .withTopic(TopicDefinition.of("Load", "load/{name}").withEvent(LOAD).withEvent(NOTE))
          .withTopic(TopicDefinition.of("Beat", "beat/{name}").withEvent(BEAT))
          .withTopic(
              TopicDefinition.of("Orders", "orders/{name}").withEvent(ORDERS).withEvent(NOTE))
          .withTopic(
              TopicDefinition.of("Brief", "brief/{name}")
                  .withEvent(ORDERS)
                  .withEvent(NOTE)
                  .withReplay(new ReplayPolicy(2, 1000, null, 0)))
          .withTopic(TopicDefinition.of("Notes", "notes").withEvent(NOTE));

  private Machine() {}

  static SubscriptionRequest request(@Nullable String lastEventId, String... topics) {
    return new SubscriptionRequest(
        STREAM, "machine", List.of(topics), topics.length > 1, lastEventId, null, null);
  }
}
