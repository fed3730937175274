package io.tidings.sse.hub;

/**
 * Allows or refuses a subscription, before anything is sent to it; asked again whenever a client
 * comes back. One instance serves every request of its stream, on many threads at once.
 *
 * <p>It fails closed: one that throws, returns nothing or does not answer in time refuses, and its
 * failure goes to {@link HubListener#failed}.
 */
@FunctionalInterface
public interface SubscriptionGuard {

  /**
   * Decides about one topic. It may block for a while: only this request waits, and it is
   * interrupted when its time is over.
   *
   * @param request who asks for what
   * @return the decision, or {@link GuardDecision#later} when it is made elsewhere
   * @throws Exception when it cannot tell; the client is refused then
   */
  GuardDecision decide(GuardRequest request) throws Exception;
}
