package io.tidings.sse.hub;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stream that the tests of the hub publish to. */
final class Markets {

  static final EventDefinition<String> PRICE = EventDefinition.of("price", String.class);
  static final EventDefinition<String> HALTED = EventDefinition.of("halted", String.class);
  static final EventDefinition<Integer> COUNT = EventDefinition.of("count", Integer.class);
  static final EventDefinition<byte[]> RAW = EventDefinition.of("raw", byte[].class);

  static final TopicDefinition PRICES =
      TopicDefinition.of("Prices", "prices/{symbol}")
          .withVariable(Variable.string("symbol"))
          .withEvent(PRICE)
          .withEvent(HALTED)
          .withEvent(COUNT)
          .withEvent(RAW);

  static final StreamDefinition STREAM = with(PRICES);

  /** Writes numbers as they are, and nothing else. */
  static final PayloadCodec CODEC =
      new PayloadCodec() {
        @Override
        public byte[] encode(Object payload, Type type) {
          if (payload instanceof Integer) {
            return payload.toString().getBytes(StandardCharsets.UTF_8);
          }
          throw new IllegalArgumentException("no writer for " + type);
        }

        @Override
        public Object decode(byte[] bytes, Type type) {
          return Integer.valueOf(new String(bytes, StandardCharsets.UTF_8));
        }
      };

  private Markets() {}

  static StreamDefinition with(TopicDefinition topic) {
    return StreamDefinition.of(Markets.class, "/markets").withTopic(topic);
  }

  static SubscriptionRequest request(StreamDefinition stream, String... topics) {
    return new SubscriptionRequest(
        stream, "markets", List.of(topics), topics.length > 1, null, "reader", null);
  }

  static SubscriptionRequest resume(
      StreamDefinition stream, @Nullable String id, String... topics) {
    return new SubscriptionRequest(
        stream, "markets", List.of(topics), topics.length > 1, id, "reader", null);
  }
}
