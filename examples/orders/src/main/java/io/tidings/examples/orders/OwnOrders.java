package io.tidings.examples.orders;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.SubscriptionGuard;
import java.security.Principal;

/** Lets customers read their own orders. */
final class OwnOrders implements SubscriptionGuard {

  @Override
  public GuardDecision decide(GuardRequest request) {
    Principal who = request.principal();
    if (who == null) {
      return GuardDecision.unauthenticated("Basic realm=\"orders\"");
    }
    boolean isOwn = request.variable("customer").filter(who.getName()::equals).isPresent();
    return isOwn ? GuardDecision.allow() : GuardDecision.forbid();
  }
}
