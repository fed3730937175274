package io.tidings.examples.guide.annotations;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.SubscriptionGuard;

/** Lets everyone in who has a name. */
final class Staff implements SubscriptionGuard {

  @Override
  public GuardDecision decide(GuardRequest request) {
    return request.principal() == null ? GuardDecision.unauthenticated() : GuardDecision.allow();
  }
}
