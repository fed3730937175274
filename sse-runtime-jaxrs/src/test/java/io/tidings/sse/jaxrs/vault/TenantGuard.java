package io.tidings.sse.jaxrs.vault;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.SubscriptionGuard;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The guard of the whole stream: does what the header {@code x-guard} says. */
public final class TenantGuard implements SubscriptionGuard {

  /** Every request that it was asked, as it saw it. */
  public static final List<GuardRequest> ASKED = new CopyOnWriteArrayList<>();

  @Override
  public GuardDecision decide(GuardRequest request) throws InterruptedException {
    ASKED.add(request);
    return switch (request.header("X-Guard").orElse("allow")) {
      case "allow" -> GuardDecision.allow();
      case "who" -> GuardDecision.unauthenticated();
      case "challenge" -> GuardDecision.unauthenticated("Bearer realm=\"vault\"");
      case "forbid" -> GuardDecision.forbid();
      case "expired" -> GuardDecision.allowUntil(Instant.now().minusSeconds(1));
      case "short" -> GuardDecision.allowUntil(Instant.now().plusMillis(700));
      case "for ever" -> GuardDecision.allowUntil(Instant.MAX);
      case "later" -> later(GuardDecision.allow());
      case "later forbid" -> later(GuardDecision.later(later(GuardDecision.forbid()).decision()));
      case "never" -> GuardDecision.later(new CompletableFuture<>());
      case "stuck" -> stuck();
      case "later fails" ->
          GuardDecision.later(CompletableFuture.failedFuture(new IllegalStateException("later")));
      case "throw" -> throw new IllegalStateException("guard of the application");
      default -> nothing();
    };
  }

  private static GuardDecision.Later later(GuardDecision decision) {
    return new GuardDecision.Later(CompletableFuture.supplyAsync(() -> decision));
  }

  private static GuardDecision stuck() throws InterruptedException {

    new CountDownLatch(1).await();
    return GuardDecision.allow();
  }

  @SuppressWarnings("NullAway") // what an application may do all the same
  private static GuardDecision nothing() {
    return null;
  }
}
