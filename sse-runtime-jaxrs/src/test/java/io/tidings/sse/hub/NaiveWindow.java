package io.tidings.sse.hub;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What waits in {@link NaiveStream} until an interval has passed. */
final class NaiveWindow {

  final String topic;
  final @Nullable String audience;
  long end;
  @Nullable String newest;
  long order;

  NaiveWindow(String topic, @Nullable String audience, long end) {
    this.topic = topic;
    this.audience = audience;
    this.end = end;
  }

  boolean isOf(String topic, @Nullable String audience) {
    return this.topic.equals(topic) && Objects.equals(this.audience, audience);
  }
}
