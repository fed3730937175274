package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.STREAM;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;

/** A hub in memory for {@link Markets}, whose clock a test moves. */
abstract class MarketsHub {

  final ManualTimer timer = new ManualTimer();
  final Hub hub =
      Hub.builder().environment(Environments.manual(timer)).codec(Markets.CODEC).build();

  StreamPublisher markets() {
    return hub.publisher(STREAM);
  }

  TestReader connect(SubscriptionRequest request) {
    return new TestReader(hub.admit(request));
  }
}
