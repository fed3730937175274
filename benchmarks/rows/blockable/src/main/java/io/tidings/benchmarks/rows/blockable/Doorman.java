package io.tidings.benchmarks.rows.blockable;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.SubscriptionGuard;

/** Lets everybody in; blocks for one client, and for another ends what blocks. */
public final class Doorman implements SubscriptionGuard {

  /** For the processor's code. */
  public Doorman() {}

  /** Whoever lifts the blockade is told 403 if there was one, else 401. */
  @Override
  public GuardDecision decide(GuardRequest request) {
    String client = request.header("sse-clientid").orElse("");
    if (client.equals("lift")) {
      return Blockade.lift() ? GuardDecision.forbid() : GuardDecision.unauthenticated();
    }
    if (client.equals("guard")) {
      Blockade.block();
    }
    return GuardDecision.allow();
  }
}
