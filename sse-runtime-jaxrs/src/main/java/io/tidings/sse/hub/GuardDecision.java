package io.tidings.sse.hub;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a {@link SubscriptionGuard} says to one request for one topic. */
public sealed interface GuardDecision {

  /**
   * The client may read.
   *
   * @param until when its credential ends, and with it the stream; null when it does not end
   */
  record Allowed(@Nullable Instant until) implements GuardDecision {}

  /**
   * It is not known who the client is: 401.
   *
   * @param challenge how it may authenticate, as in {@code WWW-Authenticate}; null for the scheme
   *     of the application
   */
  record Unauthenticated(@Nullable String challenge) implements GuardDecision {

    /** Checks that the challenge fits into a header. */
    public Unauthenticated {
      if (challenge != null && challenge.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            "challenge must be visible ASCII; was \"" + challenge + '"');
      }
    }
  }

  /** The client may not read: 403. */
  record Forbidden() implements GuardDecision {}

  /**
   * The decision is made elsewhere.
   *
   * @param decision brings it in time, or the client is refused
   */
  record Later(CompletionStage<? extends GuardDecision> decision) implements GuardDecision {}

  /**
   * The client may read for as long as it likes.
   *
   * @return the decision
   */
  static GuardDecision allow() {
    return new Allowed(null);
  }

  /**
   * The client may read until its credential ends.
   *
   * @param end when its credential ends
   * @return the decision
   */
  static GuardDecision allowUntil(Instant end) {
    return new Allowed(end);
  }

  /**
   * It is not known who the client is; it is told the application's own scheme.
   *
   * @return the decision
   */
  static GuardDecision unauthenticated() {
    return new Unauthenticated(null);
  }

  /**
   * It is not known who the client is; it is told this challenge.
   *
   * @param challenge as in {@code WWW-Authenticate}
   * @return the decision
   */
  static GuardDecision unauthenticated(String challenge) {
    return new Unauthenticated(challenge);
  }

  /**
   * The client may not read.
   *
   * @return the decision
   */
  static GuardDecision forbid() {
    return new Forbidden();
  }

  /**
   * The decision is made elsewhere.
   *
   * @param decision brings it in time, or the client is refused
   * @return the decision
   */
  static GuardDecision later(CompletionStage<? extends GuardDecision> decision) {
    return new Later(decision);
  }
}
