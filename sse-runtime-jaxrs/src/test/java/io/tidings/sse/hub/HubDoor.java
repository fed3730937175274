package io.tidings.sse.hub;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hub that clients come to, whose clock a test moves. */
abstract class HubDoor {

  final ManualTimer timer = new ManualTimer();
  final Hub hub = hub(200_000);

  Hub hub(int topics) {
    return Hub.builder().environment(Environments.manual(timer)).topics(topics).build();
  }

  static StreamDefinition stream(LimitPolicy limits) {
    return Markets.STREAM.withLimits(limits);
  }

  static SubscriptionRequest request(
      StreamDefinition stream, @Nullable String client, @Nullable String principal, String topic) {
    return new SubscriptionRequest(
        stream, "markets", List.of(topic), false, null, client, principal);
  }

  Admission admit(StreamDefinition stream, @Nullable String client, String topic) {
    return hub.admit(request(stream, client, null, topic));
  }
}
