package io.tidings.benchmarks.rows.blockable;

import io.tidings.sse.hub.EventFilter;
import io.tidings.sse.hub.Subscription;

/** Lets every event through; blocks for one client. */
public final class Sieve implements EventFilter<String> {

  /** For the processor's code. */
  public Sieve() {}

  @Override
  public boolean accept(Subscription subscription, String json) {
    if (subscription.clientId().equals("filter")) {
      Blockade.block();
    }
    return true;
  }
}
