package io.tidings.examples.guide;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.SubscriptionGuard;
import java.security.Principal;

/** Lets the members of a tenant read its tickets. */
// tag::guard[]
final class MembersOnly implements SubscriptionGuard {

  @Override
  public GuardDecision decide(GuardRequest request) {
    Principal who = request.principal();
    if (who == null) {
      return GuardDecision.unauthenticated("Bearer");
    }
    String domain = "@" + request.variables().get("tenant");
    return who.getName().endsWith(domain) ? GuardDecision.allow() : GuardDecision.forbid();
  }
}
// end::guard[]
